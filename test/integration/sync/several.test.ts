import type { ImportColumn, ImportField, ImportPlan, StoredRow } from '../../../src/contract/imports';
import { furnishing, valuesOf } from '../../support/import-rows';
import { type SyncSite, everyDelivery, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const fields: ImportField[] = [
  { of: 'organization', name: 'Industry', type: 'TEXT', options: [] },
  { of: 'entitlement', name: 'Plan', type: 'TEXT', options: [] },
];
const columns: ImportColumn[] = [
  { header: 'E-mail', target: { to: 'email' } },
  { header: 'Company', target: { to: 'organization', by: 'id' } },
  { header: 'Industry', target: { to: 'organization-detail', field: 'Industry' } },
  { header: 'Product', target: { to: 'product', by: 'id' } },
  { header: 'Plan', target: { to: 'entitlement-detail', field: 'Plan' } },
];
const rows: StoredRow[] = [
  [2, ['ada@x.example', '7', 'Retail', 'p1', '']],
  [3, ['bob@x.example', '7', 'Retail', 'p1', 'Gold']],
];
const delivered = (industry: string): string =>
  ['E-mail,Company,Industry,Product,Plan', ...rows.map(([, [a, b, , d, e]]) => [a, b, industry, d, e].join(','))].join(
    '\n',
  );

it('keeps the customers of such an import in step, and leaves organizations and entitlements alone', async () => {
  const { ada, sandbox } = site;
  const state = sandbox.site.state();
  for (const { of = 'organization', name, type } of fields)
    state.fields[of].add({ id: name, name, type, options: [], view: 'everyone', edit: 'everyone' });
  const { addOrganization, addProduct } = furnishing(site);
  addOrganization('7', 'Acme');
  addProduct('p1', 'Support');
  const plan: ImportPlan = {
    ...{ kind: 'customer-profiles', operation: 'UPSERT', columns, fields },
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  };
  const jobId = await sandbox.settle(ada.startImport({ plan, rows }));
  await site.finish(jobId);
  const entitled = () => [...state.entitlements.values()].map(({ entity }) => state.customers.get(entity.id)?.email);
  expect(entitled()).toEqual(['ada@x.example']);

  const access = await sandbox.settle(
    ada.call('syncs.create', { settings: everyDelivery, from: { what: 'job', jobId } }),
  );
  await sandbox.run(60_000);
  // Nothing has told that the product of the second row was granted: it is sent once more, and the first row is not.
  const after = await site.deliver(access, delivered('Retail'));
  expect(after.runs[0]?.counts).toMatchObject({ new: 1, changed: 0, unchanged: 1 });
  expect(entitled()).toEqual(['ada@x.example', 'bob@x.example']);

  const later = await site.deliver(access, delivered('Banking'));
  expect(later.runs[0]?.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  expect(valuesOf(state.organizations.get('7'), 'Industry')).toBeUndefined();
});
