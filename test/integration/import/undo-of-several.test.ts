import { entitle } from '../../../sandbox/csm/associations';
import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';
import { undo } from '../../support/undo';

let world: ImportSite;
let holder: string;
/** Two entitlements of the holder to one product, whose notes are "one" and "two". */
let ids: string[];
const state = () => world.sandbox.site.state();
const noteOf = (id = '') => state().entitlements.get(id)?.details.get('Note');

beforeEach(async () => {
  world = await siteOfKinds();
  world.sandbox.site.faults.doublesTaken = true;
  const { addCustomer, addProduct } = furnishing(world);
  holder = addCustomer('ada@example.com');
  addProduct('p1', 'Support');
  ids = ['one', 'two'].map((value) => {
    const own = entitle(state(), { type: 'CUSTOMER', id: holder }, 'p1');
    if (!('details' in own)) throw own;
    own.details.set('Note', [value]);
    return own.id;
  });
});
afterEach(() => world.close());

const base: Omit<ImportedRows, 'operation' | 'rows'> = {
  kind: 'entitlements',
  columns: [
    ['Customer ID', { to: 'customerId' }],
    ['Product', { to: 'product', by: 'name' }],
    ['Entitlement ID', { to: 'entitlementId' }],
    ['Note', { to: 'detail', field: 'Note' }],
  ],
  fields: [note],
  products: [['support', 'p1']],
  keepsBefore: true,
};

it('leaves alone a value that someone has set since, also where the import has given it to the other one', async () => {
  const rows = ids.map((id, at) => [holder, 'Support', id, ['silver', 'gold'][at] ?? '']);
  const { job } = await importRows(world, { ...base, operation: 'UPDATE', rows });
  state()
    .entitlements.get(ids[0] ?? '')
    ?.details.set('Note', ['gold']);
  expect((await undo(world, job.id)).counts).toMatchObject({ back: 1, left: 1 });
  expect(ids.map(noteOf)).toEqual([['gold'], ['two']]);
});

const revoking: Omit<ImportedRows, 'rows'> = {
  ...base,
  operation: 'REVOKE',
  columns: base.columns.slice(0, 3),
  fields: [],
};
const ONE_AGAIN = 'Another entitlement of the same holder to the product is granted again.';

it('grants one of two that were revoked again, and says that the other stays revoked', async () => {
  const { job } = await importRows(world, { ...revoking, rows: ids.map((id) => [holder, 'Support', id]) });
  const { counts, grant } = await undo(world, job.id);
  expect(counts).toMatchObject({ grant: 1, left: 1, reasons: [{ reason: ONE_AGAIN, rows: 1 }] });
  expect(grant?.tally.succeeded).toBe(1);
  expect([...state().entitlements.keys()].map(noteOf)).toEqual([['one']]);
});

it('says so, too, where the rows are so far apart that two calls find out what undoing them comes to', async () => {
  const { addCustomer } = furnishing(world);
  const others = Array.from({ length: 400 }, (_, index) => addCustomer(`other${index}@example.com`));
  for (const id of others) entitle(state(), { type: 'CUSTOMER', id }, 'p1');
  const rows = [
    [holder, 'Support', ids[0] ?? ''],
    ...others.map((id) => [id, 'Support', '']),
    [holder, 'Support', ids[1] ?? ''],
  ];
  const { job } = await importRows(world, { ...revoking, rows });
  const { grant } = await undo(world, job.id);
  expect(grant?.tally.succeeded).toBe(401);
  const left = await world.sandbox.settle(world.ada.unsuccessful(grant?.id ?? ''));
  expect(left.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([`403: ${ONE_AGAIN}`]);
});
