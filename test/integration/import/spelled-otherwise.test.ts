import type { ImportPlan, StoredRow } from '../../../src/contract/imports';
import { type ImportSite, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
  const { fields, organizations } = world.sandbox.site.state();
  fields.organization.add({
    ...{ id: 'employees', name: 'Employees', type: 'NUMBER', options: [] },
    ...{ view: 'everyone', edit: 'everyone' },
  });
  ['Alder Logistics', 'O’Neil & Sons', 'Jos\u00e9 Ltd'].forEach((name, at) =>
    organizations.add({ id: String(at + 1), name, details: new Map(), customers: new Set() }),
  );
});
afterEach(() => world.close());

const otherwise = ['alder  logistics', "O'Neil & Sons", 'Jose\u0301 Ltd'];

it('finds organizations for the check that a file spells otherwise', async () => {
  const { matches } = await world.sandbox.settle(world.ada.call('imports.organizations', { names: otherwise }));
  expect(matches.map(({ ids }) => ids)).toEqual([['1'], ['2'], ['3']]);
});

it('finds organizations that rows name and spell otherwise', async () => {
  const plan: ImportPlan = {
    kind: 'organization-details',
    operation: 'UPDATE',
    columns: [
      { header: 'Organization', target: { to: 'name' } },
      { header: 'Employees', target: { to: 'detail', field: 'Employees' } },
    ],
    fields: [{ name: 'Employees', type: 'NUMBER', options: [] }],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  };
  const rows = otherwise.map((name, at): StoredRow => [at + 2, [name, String(at)]]);
  const jobId = await world.sandbox.settle(world.ada.startImport({ plan, rows }));
  expect((await world.finish(jobId)).tally).toMatchObject({ succeeded: 3, failed: 0 });
});
