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
