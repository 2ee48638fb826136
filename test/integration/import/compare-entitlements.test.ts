import { entitle } from '../../../sandbox/csm/associations';
import type { ImportSetup } from '../../../src/contract/file-frame';
import { checkedFile, comparedWith } from '../../support/comparing';
import { furnishing, note, siteOfKinds } from '../../support/import-rows';
import type { ImportSite } from '../../support/import-site';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

it('tells what rows do to entitlements, of customers and organizations, and which of them the site will refuse', async () => {
  const { addCustomer, addOrganization, addProduct } = furnishing(world);
  const state = world.sandbox.site.state();
  addProduct('p1', 'Support');
  addProduct('p2', 'Hosting');
  addOrganization('7', 'Acme');
  const [ada = '', bob = ''] = ['ada', 'bob'].map((name) => addCustomer(`${name}@example.com`));
  const grant = (entity: { type: 'CUSTOMER' | 'ORGANIZATION'; id: string }, product: string, value: string) => {
    const granted = entitle(state, entity, product);
    if ('details' in granted) granted.details.set('Note', [value]);
  };
  grant({ type: 'CUSTOMER', id: ada }, 'p1', 'hers');
  grant({ type: 'ORGANIZATION', id: '7' }, 'p1', 'theirs');
  for (const value of ['one', 'two']) grant({ type: 'CUSTOMER', id: bob }, 'p1', value);
  // What a customer has through an organization is another's.
  state.customers.get(bob)?.organizations.add('7');
  const setup: ImportSetup = {
    kind: 'entitlements',
    operation: 'UPSERT',
    fields: [note],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    columns: [
      { header: 'Email', target: { to: 'email' } },
      { header: 'Organization', target: { to: 'name' } },
      { header: 'Product', target: { to: 'product', by: 'name' } },
      { header: 'Note', target: { to: 'detail', field: 'Note' } },
    ],
  };
  const lines = [
    'ADA@example.com,,Support,hers',
    ',acme,Support,changed',
    'ada@example.com,,Hosting,new',
    'bob@example.com,,Support,which',
    'bob@example.com,,Hosting,',
    'eve@example.com,,Support,x',
  ];
  const find = (entity: string, names: string[]) =>
    Promise.resolve(
      names.map((name) => ({ name, ids: entity === 'product' ? [name === 'Support' ? 'p1' : 'p2'] : [] })),
    );
  const found = await comparedWith(world, await checkedFile({ ...setup, operation: 'UPSERT' }, lines, find));
  expect(found.comparison).toMatchObject({ new: 2, changed: 1, unchanged: 1, unknown: 1, failing: 1 });
  expect([...found.unchanged]).toEqual([2]);
  expect(found.comparison.changedRows).toEqual([
    { row: 3, label: 'acme', differences: [{ part: 'Note', was: 'theirs', will: 'changed' }] },
  ]);
  expect([...found.failing]).toEqual([[7, 'Your site doesn’t have the customer.']]);
  const granting = await comparedWith(world, await checkedFile({ ...setup, operation: 'GRANT' }, lines, find));
  expect([...granting.failing]).toEqual([
    [2, 'Your site already has the entitlement.'],
    [3, 'Your site already has the entitlement.'],
    [7, 'Your site doesn’t have the customer.'],
  ]);
  const updating = await comparedWith(
    world,
    await checkedFile({ ...setup, operation: 'UPDATE' }, lines.slice(0, 4), find),
  );
  expect([...updating.failing]).toEqual([[4, 'Your site doesn’t have the entitlement.']]);
});
