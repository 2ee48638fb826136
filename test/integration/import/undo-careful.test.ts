import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';
import { planUndo, undo } from '../../support/undo';

let world: ImportSite;
let customers: string[];
const state = () => world.sandbox.site.state();
const emailOf = (index: number): string => `customer${index}@example.com`;

beforeEach(async () => {
  world = await siteOfKinds();
  const { addCustomer, addOrganization, addProduct } = furnishing(world);
  customers = [0, 1, 2].map((index) => addCustomer(emailOf(index)));
  addOrganization('7', 'Acme');
  addOrganization('8', 'Bolt');
  addProduct('p1', 'Support');
  addProduct('p2', 'Training');
});
afterEach(() => world.close());
const base: Omit<ImportedRows, 'rows'> = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    ['Email', { to: 'email' }],
    ['Note', { to: 'detail', field: 'Note' }],
    ['Organization', { to: 'organization', by: 'id' }],
    ['Product', { to: 'product', by: 'id' }],
  ],
  fields: [note],
  keepsBefore: true,
};

it('keeps a created customer whose entitlement has values by now', async () => {
  const { job } = await importRows(world, { ...base, rows: [[emailOf(9), 'n', '7', 'p1']] });
  expect(job.tally.succeeded).toBe(1);
  const [own] = [...state().entitlements.values()];
  own?.details.set('Note', ['until May']);
  expect(await planUndo(world, job.id)).toMatchObject({ remove: 0, left: 1 });
});

it('keeps a created customer whom somebody has given a name since', async () => {
  const { job } = await importRows(world, { ...base, rows: [[emailOf(9), 'n', '', '']] });
  const made = [...state().customers.values()].find(({ email }) => email === emailOf(9));
  Object.assign(made ?? {}, { displayName: 'Grace Hopper' });
  expect(await planUndo(world, job.id)).toMatchObject({ remove: 0, left: 1 });
});

it('keeps a created organization whose entitlement has values by now', async () => {
  const { job } = await importRows(world, {
    kind: 'organization-profiles',
    operation: 'UPSERT',
    columns: [
      ['Name', { to: 'name' }],
      ['Product', { to: 'product', by: 'id' }],
    ],
    rows: [['New', 'p1']],
    keepsBefore: true,
  });
  expect(job.tally.succeeded).toBe(1);
  for (const one of state().entitlements.values()) one.details.set('Note', ['until May']);
  expect(await planUndo(world, job.id)).toMatchObject({ remove: 0, left: 1 });
});

it('takes out of an organization once where two rows name one customer in two ways', async () => {
  const [first = ''] = customers;
  const { job, reasons } = await importRows(world, {
    ...base,
    operation: 'UPDATE',
    columns: [['Customer ID', { to: 'customerId' }], ...base.columns],
    rows: [
      [first, '', 'one', '7', ''],
      ['', emailOf(0), '', '7;8', ''],
    ],
  });
  expect({ t: job.tally.succeeded, reasons }).toEqual({ t: 2, reasons: [] });
  const { counts } = await undo(world, job.id);
  expect(counts).toMatchObject({ leave: 2 });
});

it('puts back the fields of both rows where they name one customer in two ways', async () => {
  const [first = ''] = customers;
  const { job, reasons } = await importRows(world, {
    ...base,
    operation: 'UPDATE',
    columns: [['Customer ID', { to: 'customerId' }], ...base.columns, ['Tags', { to: 'detail', field: 'Tags' }]],
    fields: [note, { name: 'Tags', type: 'MULTISELECT', options: ['a', 'b', 'c'] }],
    rows: [
      [first, '', 'one', '', '', ''],
      ['', emailOf(0), '', '', '', 'a'],
    ],
  });
  expect({ t: job.tally.succeeded, reasons }).toEqual({ t: 2, reasons: [] });
  await undo(world, job.id);
  const now = state().customers.get(first);
  expect({ note: now?.details.get('Note') ?? [], tags: now?.details.get('Tags') ?? [] }).toEqual({
    note: [],
    tags: [],
  });
});

it('puts back the fields of both rows although a call that looks at them has no time for both', async () => {
  const { addCustomer } = furnishing(world);
  const others = Array.from({ length: 418 }, (_, index) => addCustomer(`other${index}@example.com`));
  const [first = ''] = customers;
  const { job, reasons } = await importRows(world, {
    ...base,
    kind: 'customer-details',
    operation: 'UPDATE',
    route: 'direct',
    columns: [
      ['Customer ID', { to: 'customerId' }],
      ['Email', { to: 'email' }],
      ['Note', { to: 'detail', field: 'Note' }],
      ['Tags', { to: 'detail', field: 'Tags' }],
    ],
    fields: [note, { name: 'Tags', type: 'MULTISELECT', options: ['a', 'b', 'c'] }],
    rows: [[first, '', 'one', ''], ...others.map((id) => [id, '', 'other', '']), ['', emailOf(0), '', 'a']],
  });
  expect({ t: job.tally.succeeded, reasons }).toEqual({ t: 420, reasons: [] });
  const { back } = await undo(world, job.id);
  expect(back?.tally.succeeded).toBe(419);
  const { details } = state().customers.get(first) ?? {};
  expect([details?.get('Note') ?? [], details?.get('Tags') ?? []]).toEqual([[], []]);
});
