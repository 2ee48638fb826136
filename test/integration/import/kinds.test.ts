import { DAY_MS, type ImportSite } from '../../support/import-site';
import {
  type ImportedRows,
  furnishing,
  importRows as importInto,
  note,
  siteOfKinds,
  tags,
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

describe('customer accounts', () => {
  it('are created, and what exists already fails', async () => {
    addCustomer('old@example.com');
    const rows = ['new@example.com', 'old@example.com'].map((email) => [email, `Name of ${email}`]);
    const columns: ImportedRows['columns'] = [
      ['Email', { to: 'email' }],
      ['Name', { to: 'displayName' }],
    ];
    const { tally } = await importRows({ kind: 'customer-accounts', operation: 'CREATE', columns, rows });
    expect(tally).toMatchObject({ succeeded: 1, failed: 1 });
    expect(world.sandbox.site.state().customers.find('new@example.com')?.displayName).toBe('Name of new@example.com');
  });
});

describe('organization profiles', () => {
  it('are created with values, products and customers found by email', async () => {
    const ada = addCustomer('ada@example.com');
    const { tally, reasons } = await importRows({
      kind: 'organization-profiles',
      operation: 'UPSERT',
      columns: [
        ['Name', { to: 'name' }],
        ['Note', { to: 'detail', field: 'Note' }],
        ['Customers', { to: 'memberEmail' }],
        ['Product', { to: 'product', by: 'name' }],
      ],
      fields: [note],
      products: [['support', addProduct('p1', 'Support')]],
      rows: [
        ['Acme', 'first', 'ada@example.com', 'Support'],
        ['Other', 'second', 'nobody@example.com', ''],
      ],
    });
    expect(reasons).toEqual(['3 failed: Your site shows no customer with the email “nobody@example.com”.']);
    expect(tally).toMatchObject({ succeeded: 1, failed: 1 });
    const acme = world.sandbox.site.state().organizations.find('Acme');
    expect(valuesOf(acme, 'Note')).toEqual(['first']);
    expect([...(acme?.customers ?? [])]).toEqual([ada]);
    expect(world.sandbox.site.state().organizations.find('Other')).toBeUndefined();
  });
});

describe('organization names', () => {
  it('are created, and changed by id', async () => {
    addOrganization('7', 'Before');
    const created = await importRows({
      kind: 'organization-names',
      operation: 'CREATE',
      columns: [['Name', { to: 'name' }]],
      rows: [['One'], ['Two']],
    });
    expect(created.tally.succeeded).toBe(2);
    const renamed = await importRows({
      kind: 'organization-names',
      operation: 'UPDATE',
      columns: [
        ['ID', { to: 'organizationId' }],
        ['Name', { to: 'name' }],
      ],
      rows: [
        ['7', 'After'],
        ['99', 'Nobody'],
      ],
    });
    expect(renamed.tally).toMatchObject({ succeeded: 1, failed: 1 });
    expect(world.sandbox.site.state().organizations.get('7')?.name).toBe('After');
  });
});

describe.each(['bulk', 'direct'] as const)('detail values, %s', (route) => {
  it('are replaced, added to and cleared, whoever is named by email or id', async () => {
    const { customers } = world.sandbox.site.state();
    for (const name of ['ada', 'bob']) {
      const customer = customers.get(addCustomer(`${name}@example.com`));
      customer?.details.set('Tags', ['a']);
      customer?.details.set('Note', ['old']);
    }
    const { tally, reasons } = await importRows({
      kind: 'customer-details',
      operation: 'UPDATE',
      route,
      columns: [
        ['Email', { to: 'email' }],
        ['Tags', { to: 'detail', field: 'Tags', action: 'add' }],
        ['Clear the note', { to: 'detail', field: 'Note', action: 'clear' }],
      ],
      fields: [tags, note],
      rows: [
        ['ada@example.com', 'b', ''],
        ['bob@example.com', 'a;c', 'x'],
        ['eve@example.com', 'a', ''],
      ],
    });
    expect(reasons).toEqual(['4 failed: Your site shows no customer with the email “eve@example.com”.']);
    expect(tally.succeeded).toBe(2);
    const [ada, bob] = [customers.find('ada@example.com'), customers.find('bob@example.com')];
    expect([valuesOf(ada, 'Tags'), valuesOf(ada, 'Note')]).toEqual([['a', 'b'], ['old']]);
    expect([valuesOf(bob, 'Tags'), valuesOf(bob, 'Note') ?? []]).toEqual([['a', 'c'], []]);
  });

  it('of customers are found by External ID, and not where several have it', async () => {
    const { customers, fields } = world.sandbox.site.state();
    fields.customer.add({
      id: 'x',
      name: 'External ID',
      type: 'TEXT',
      options: [],
      view: 'everyone',
      edit: 'everyone',
    });
    for (const [name, external] of [
      ['ada', 'C-1'],
      ['bob', 'C-2'],
      ['eve', 'C-2'],
    ] as const)
      customers.get(addCustomer(`${name}@example.com`))?.details.set('x', [external]);
    const { reasons, tally } = await importRows({
      kind: 'customer-details',
      operation: 'UPDATE',
      route,
      columns: [
        ['External ID', { to: 'externalId' }],
        ['Note', { to: 'detail', field: 'Note' }],
      ],
      fields: [note],
      rows: [
        ['C-1', 'hers'],
        ['C-2', 'whose'],
        ['C-3', 'nobody’s'],
      ],
    });
    expect(tally).toMatchObject({ succeeded: 1, failed: 2 });
    expect(reasons[0]).toContain('Several customers on your site have the External ID “C-2”');
    expect(valuesOf(customers.find('ada@example.com'), 'Note')).toEqual(['hers']);
  });

  it('of organizations are found by name', async () => {
    addOrganization('7', 'Acme');
    const { tally } = await importRows({
      kind: 'organization-details',
      operation: 'UPDATE',
      route,
      columns: [
        ['Name', { to: 'name' }],
        ['Note', { to: 'detail', field: 'Note' }],
      ],
      fields: [note],
      rows: [
        ['acme', 'new'],
        ['Nowhere', 'new'],
      ],
    });
    expect(tally).toMatchObject({ succeeded: 1, failed: 1 });
    expect(valuesOf(world.sandbox.site.state().organizations.get('7'), 'Note')).toEqual(['new']);
  });
});

describe('products', () => {
  it('are created, renamed and deleted', async () => {
    const { products } = world.sandbox.site.state();
    const names: ImportedRows['columns'] = [['Product', { to: 'product', by: 'name' }]];
    const created = await importRows({
      kind: 'products',
      operation: 'CREATE',
      columns: names,
      rows: [['One'], ['Two']],
    });
    expect(created.tally.succeeded).toBe(2);
    const known: ImportedRows['products'] = [...products.values()].map(({ id, name }) => [name.toLowerCase(), id]);
    const renamed = await importRows({
      kind: 'products',
      operation: 'UPDATE',
      columns: [...names, ['New name', { to: 'newName' }]],
      products: known,
      rows: [['One', 'First']],
    });
    expect(renamed.tally.succeeded).toBe(1);
    const deleted = await importRows({
      kind: 'products',
      operation: 'DELETE',
      columns: names,
      products: known,
      rows: [['Two']],
    });
    expect(deleted.tally.succeeded).toBe(1);
    expect([...products.values()].map(({ name }) => name)).toEqual(['First']);
  });
});

describe('removals', () => {
  it('are forgotten after their retention, with the records that they saved', async () => {
    addCustomer('ada@example.com');
    const { job } = await importRows({
      kind: 'customer-removals',
      operation: 'DELETE',
      columns: [['Email', { to: 'email' }]],
      rows: [['ada@example.com']],
    });
    await world.decide({ retentionDays: 3 });
    await world.sandbox.run(4 * DAY_MS);
    expect(JSON.stringify(world.sandbox.platform.store.dump())).not.toContain(job.id);
  });

  it('delete customers and organizations, and take customers out of organizations', async () => {
    const { customers, organizations } = world.sandbox.site.state();
    const ada = customers.get(addCustomer('ada@example.com'));
    addCustomer('bob@example.com');
    const acme = organizations.get(addOrganization('7', 'Acme'));
    ada?.organizations.add('7');
    acme?.customers.add('qm:1:ada@example.com');
    const left = await importRows({
      kind: 'membership-removals',
      operation: 'REMOVE',
      columns: [
        ['Email', { to: 'email' }],
        ['Organization', { to: 'name' }],
      ],
      rows: [
        ['ada@example.com', 'Acme'],
        ['bob@example.com', 'Acme'],
      ],
    });
    expect(left.reasons).toEqual(['3 failed: The customer isn’t in this organization.']);
    expect(acme?.customers.size).toBe(0);
    const deleted = await importRows({
      kind: 'customer-removals',
      operation: 'DELETE',
      columns: [['Email', { to: 'email' }]],
      rows: [['ada@example.com'], ['eve@example.com']],
    });
    expect(deleted.tally).toMatchObject({ succeeded: 1, failed: 1 });
    expect([...customers.values()].map(({ email }) => email)).toEqual(['bob@example.com']);
    const gone = await importRows({
      kind: 'organization-removals',
      operation: 'DELETE',
      columns: [['Name', { to: 'name' }]],
      rows: [['Acme']],
    });
    expect(gone.tally.succeeded).toBe(1);
    expect(organizations.get('7')).toBeUndefined();
  });
});
