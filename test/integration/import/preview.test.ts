import type { ImportPlan, Preview, PreviewRow, Target } from '../../../src/contract/imports';
import type { ImportSite } from '../../support/import-site';
import { furnishing, siteOfKinds } from '../../support/import-rows';

let world: ImportSite;
let addCustomer: (email: string, displayName?: string) => string;
let addOrganization: (id: string, name: string) => string;
let addProduct: (id: string, name: string) => string;

beforeEach(async () => {
  world = await siteOfKinds();
  ({ addCustomer, addOrganization, addProduct } = furnishing(world));
});
afterEach(() => world.close());

const planOf = (kind: string, operation: string, targets: readonly Target[]): ImportPlan => ({
  kind,
  operation,
  columns: targets.map((target) => ({ header: `${target.to} column`, target })),
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
  lookups: { organizations: [], products: [] },
});

async function preview(plan: ImportPlan, cells: readonly string[][]): Promise<Preview[]> {
  const rows = cells.map((row, at): PreviewRow => [at + 2, row]);
  return (await world.sandbox.settle(world.ada.call('imports.preview', { plan, rows }))).rows;
}

function join(customerId: string, organizationId: string): void {
  const { customers, organizations } = world.sandbox.site.state();
  customers.get(customerId)?.organizations.add(organizationId);
  organizations.get(organizationId)?.customers.add(customerId);
}

function entitle(id: string, type: 'CUSTOMER' | 'ORGANIZATION', productId: string): void {
  const entitlement = `e-${id}-${productId}`;
  world.sandbox.site
    .state()
    .entitlements.set(entitlement, { id: entitlement, productId, entity: { id, type }, details: new Map() });
}

const deletions = planOf('customer-removals', 'DELETE', [{ to: 'email' }, { to: 'customerId' }]);

describe('before a removal starts, a row tells', () => {
  it('which customer goes, with their organizations and what they are entitled to by themselves', async () => {
    const ada = addCustomer('ada@example.com', 'Ada Byron');
    addOrganization('7', 'Acme');
    join(ada, '7');
    for (const product of ['p1', 'p2']) addProduct(product, product);
    entitle(ada, 'CUSTOMER', 'p1');
    entitle('7', 'ORGANIZATION', 'p2');
    const going = {
      name: 'Ada Byron',
      email: 'ada@example.com',
      organizations: ['Acme'],
      customers: 0,
      entitlements: 1,
    };
    expect(
      await preview(deletions, [
        ['ADA@example.com', ''],
        ['', ada],
        ['eve@example.com', ''],
        ['', 'qm:1:nobody'],
      ]),
    ).toEqual([
      { row: 2, id: ada, going },
      { row: 3, id: ada, going },
      { row: 4, problem: 'Your site shows no customer with the email “eve@example.com”.' },
      { row: 5, problem: 'Your site doesn’t have it.' },
    ]);
    expect(world.sandbox.site.state().customers.size).toBe(1);
  });

  it('which organization goes, with how many customers lose it', async () => {
    addOrganization('7', 'Acme');
    join(addCustomer('ada@example.com'), '7');
    addProduct('p1', 'p1');
    entitle('7', 'ORGANIZATION', 'p1');
    const plan = planOf('organization-removals', 'DELETE', [{ to: 'name' }]);
    const going = { name: 'Acme', email: '', organizations: [], customers: 1, entitlements: 1 };
    expect(await preview(plan, [['acme']])).toEqual([{ row: 2, id: '7', going }]);
  });

  it('who leaves which organization, with what they have through it', async () => {
    const ada = addCustomer('ada@example.com', 'Ada Byron');
    for (const [id, name] of [
      ['7', 'Acme'],
      ['8', 'Other'],
    ] as const)
      addOrganization(id, name);
    join(ada, '7');
    for (const product of ['p1', 'p2']) addProduct(product, product);
    entitle(ada, 'CUSTOMER', 'p1');
    entitle('7', 'ORGANIZATION', 'p2');
    const plan = planOf('membership-removals', 'REMOVE', [{ to: 'email' }, { to: 'name' }]);
    const rows = ['Acme', 'Other', 'Nowhere'].map((name) => ['ada@example.com', name]);
    expect(await preview(plan, rows)).toEqual([
      {
        row: 2,
        id: ada,
        going: { name: 'Ada Byron', email: 'ada@example.com', organizations: ['Acme'], customers: 0, entitlements: 1 },
      },
      { row: 3, problem: 'The customer isn’t in this organization.' },
      { row: 4, problem: 'Your site shows no organization with the name “Nowhere”.' },
    ]);
  });
});

describe('whoever asks for it', () => {
  it('is told what is wrong with a plan or a row', async () => {
    const updates = { ...deletions, kind: 'customer-accounts', operation: 'CREATE' };
    await expect(preview({ ...updates, columns: updates.columns.slice(0, 1) }, [['a@b.example']])).rejects.toThrow(
      /INVALID: These imports take nothing away/,
    );
    await expect(preview(deletions, [['', '']])).rejects.toThrow(/INVALID: A row has problems/);
    const many = Array.from({ length: 21 }, (_, at) => [`c${at}@example.com`, '']);
    await expect(preview(deletions, many)).rejects.toThrow(/INVALID/);
  });
});
