import * as v from 'valibot';
import type { ImportSetup } from '../../../src/contract/file-frame';
import type { ImportPlan, StoredRow } from '../../../src/contract/imports';
import { openFile } from '../../../src/domain/file/read/open-file';
import { checkFile } from '../../../src/domain/file/check/check-file';
import { fromWorkerSchema } from '../../../static/file-frame/src/messages';
import { type ImportSite, importSite } from '../../support/import-site';

const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'E-mail', target: { to: 'email' } },
    { header: 'Product', target: { to: 'product', by: 'name' } },
    { header: 'Organization', target: { to: 'organization', by: 'name' } },
  ],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
// As they stand on every JavaScript object, and must not stand in the way of a product's name.
const names = ['Prototype', 'Constructor', '__proto__', 'toString'];

let world: ImportSite;
beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

/** The plan of a file as the frame gets it from its worker. */
async function planOf(rows: readonly StoredRow[]): Promise<ImportPlan> {
  const lines = rows.map(([, cells]) => cells.join(','));
  const file = await openFile(new Blob([['E-mail,Product,Organization', ...lines].join('\n')]), 'names.csv');
  const lookup = (entity: string, asked: readonly string[]) =>
    Promise.resolve(asked.map((name) => ({ name, ids: [entity === 'product' ? `p-${name}` : '7'] })));
  const pass = { signal: new AbortController().signal, progress: () => undefined };
  const { summary, plan } = await checkFile(file, setup, lookup, pass);
  expect(summary.problems).toEqual([]);
  const heard = v.parse(fromWorkerSchema, { type: 'checked', summary, plan });
  return heard.type === 'checked' ? heard.plan : plan;
}

it('takes products and organizations whatever they are called', async () => {
  const state = world.sandbox.site.state();
  for (const name of names) state.products.add({ id: `p-${name}`, name });
  state.organizations.add({ id: '7', name: names.join(), details: new Map(), customers: new Set() });
  const rows = names.map((name, at): StoredRow => [at + 2, [`person${at}@names.example`, name, name]]);
  const jobId = await world.sandbox.settle(world.ada.startImport({ plan: await planOf(rows), rows }));
  expect((await world.finish(jobId)).tally.succeeded).toBe(names.length);
  expect([...state.entitlements.values()].map(({ productId }) => productId)).toEqual(names.map((name) => `p-${name}`));
});
