import { entitle } from '../../../sandbox/csm/associations';
import type { ImportSite } from '../../support/import-site';
import {
  type ImportedRows,
  furnishing,
  importRows as importInto,
  note,
  siteOfKinds,
  valuesOf,
} from '../../support/import-rows';

let world: ImportSite;
let addCustomer: (email: string, displayName?: string) => string;
let addOrganization: (id: string, name: string) => string;
let addProduct: (id: string, name: string) => string;
const importRows = (given: ImportedRows) => importInto(world, given);

beforeEach(async () => {
  world = await siteOfKinds();
  ({ addCustomer, addOrganization, addProduct } = furnishing(world));
});
afterEach(() => world.close());

it('entitlements are granted with values, changed and revoked', async () => {
  addCustomer('ada@example.com');
  addOrganization('7', 'Acme');
  const shared = {
    kind: 'entitlements',
    products: [['support', addProduct('p1', 'Support')]] as [string, string][],
    fields: [note],
    columns: [
      ['Email', { to: 'email' }],
      ['Organization', { to: 'name' }],
      ['Product', { to: 'product', by: 'name' }],
      ['Note', { to: 'detail', field: 'Note' }],
    ] as ImportedRows['columns'],
  };
  const rows = [
    ['ada@example.com', '', 'Support', 'hers'],
    ['', 'Acme', 'Support', 'theirs'],
  ];
  const { entitlements } = world.sandbox.site.state();
  const granted = await importRows({ ...shared, operation: 'GRANT', rows });
  expect(granted.tally.succeeded).toBe(2);
  expect([...entitlements.values()].map((each) => valuesOf(each, 'Note'))).toEqual([['hers'], ['theirs']]);
  const again = await importRows({ ...shared, operation: 'GRANT', rows });
  expect(again.tally.failed).toBe(2);
  const changed = await importRows({ ...shared, operation: 'UPDATE', rows: [['', 'Acme', 'Support', 'new']] });
  expect(changed.tally.succeeded).toBe(1);
  const revoked = await importRows({
    ...shared,
    operation: 'REVOKE',
    rows: [['ada@example.com', '', 'Support', '']],
  });
  expect(revoked.tally.succeeded).toBe(1);
  expect([...entitlements.values()].map((each) => valuesOf(each, 'Note'))).toEqual([['new']]);
});

describe('where a customer has several entitlements to a product', () => {
  const shared = { kind: 'entitlements', products: [['support', 'p1'] as [string, string]], fields: [note] };
  const columns: ImportedRows['columns'] = [
    ['Email', { to: 'email' }],
    ['Product', { to: 'product', by: 'name' }],
    ['Note', { to: 'detail', field: 'Note' }],
  ];
  const withId: ImportedRows['columns'] = [...columns, ['ID', { to: 'entitlementId' }]];
  let ids: string[];

  beforeEach(() => {
    const state = world.sandbox.site.state();
    const ada = addCustomer('ada@example.com');
    addProduct('p1', 'Support');
    entitle(state, { type: 'CUSTOMER', id: ada }, 'p1');
    entitle(state, { type: 'CUSTOMER', id: ada }, 'p1');
    ids = [...state.entitlements.keys()];
  });

  it.each(['REVOKE', 'UPDATE', 'UPSERT'])('a row that doesn’t tell which is refused: %s', async (operation) => {
    const rows = [['ada@example.com', 'Support', 'x']];
    const { reasons } = await importRows({ ...shared, operation, columns, rows });
    expect(reasons).toEqual([
      '2 failed: The customer has several entitlements to this product. Add a column with entitlement IDs to say which.',
    ]);
    const { entitlements } = world.sandbox.site.state();
    expect([...entitlements.values()].map((one) => valuesOf(one, 'Note'))).toEqual([undefined, undefined]);
  });

  it.each(['UPDATE', 'UPSERT'])(
    'each is written by its ID, and one that is not there is refused: %s',
    async (operation) => {
      const rows = [...ids, 'none'].map((id) => ['ada@example.com', 'Support', `of ${id}`, id]);
      const { reasons } = await importRows({ ...shared, operation, columns: withId, rows });
      expect(reasons).toEqual(['4 failed: The customer has no entitlement to this product with this ID.']);
      const { entitlements } = world.sandbox.site.state();
      expect([...entitlements.values()].map((one) => valuesOf(one, 'Note'))).toEqual(ids.map((id) => [`of ${id}`]));
    },
  );
});
