import * as v from 'valibot';
import { operationIds, operationOf, type OperationId } from '../../sandbox/csm/operation';
import { CSM_ROOT } from '../../sandbox/csm/router';
import { testSite, type TestSite } from './support/site';

/** What the vendor's reference says in prose and no schema shows. */

const MINUTE_MS = 60_000;
const idSchema = v.object({ id: v.string() });
const customerIdSchema = v.object({ customerId: v.string() });
const taskSchema = v.object({
  failures: v.array(v.object({ operatedOn: v.string(), operatedOnIds: v.array(v.string()), entityId: v.string() })),
});

const newCustomer = async ({ read }: TestSite, email: string): Promise<string> =>
  v.parse(customerIdSchema, await read('create-customer', { body: { email } })).customerId;

const newOrganization = async ({ read }: TestSite, name: string): Promise<string> =>
  v.parse(idSchema, await read('create-organization', { body: { name } })).id;

const newProduct = async ({ read }: TestSite, name: string): Promise<string> =>
  v.parse(idSchema, await read('create-product', { body: { name } })).id;

/** Runs a bulk request to its end. */
async function failuresOf(at: TestSite, operation: OperationId, body: object) {
  const { id } = v.parse(idSchema, await at.read(operation, { body }));
  at.advance(MINUTE_MS);
  return v.parse(taskSchema, await at.read('get-task-status', { params: [id] })).failures;
}

const PROFILES = 'bulk-manage-multiple-customer-profiles';
const ORGANIZATION_PROFILES = 'bulk-manage-organization-profiles';

describe('the list of products', () => {
  it.each(['0', '-3', '101', '100000000000000000000'])('takes the limit %s as 100', async (limit) => {
    const at = testSite();
    for (let n = 0; n < 101; n += 1) await newProduct(at, `Product ${n}`);
    const { results } = v.parse(
      v.object({ results: v.array(v.unknown()) }),
      await at.read('get-products', { query: `?limit=${limit}` }),
    );
    expect(results).toHaveLength(100);
  });

  it('refuses a limit that is no number', async () => {
    expect((await testSite().send('get-products', { query: '?limit=many' })).status).toBe(400);
  });
});

describe.each([[[]], [['']]])('the values %j', (values) => {
  async function withRegion(type: 'TEXT' | 'MULTISELECT') {
    const at = testSite();
    const options = type === 'MULTISELECT' ? { options: ['EU', 'US'] } : {};
    const field = { name: 'Region', type: { name: type, ...options } };
    await at.read('create-customer-detail', { body: field });
    await at.read('create-organization-detail', { body: field });
    const customer = await newCustomer(at, 'a@b.example');
    const organization = await newOrganization(at, 'Acme');
    const set = { query: '?fieldName=Region', body: { values: ['EU'] } };
    await at.read('update-field-value-for-customer', { params: [customer], ...set });
    await at.read('update-field-value-for-organizations', { params: [organization], ...set });
    const held = () => {
      const { customers, organizations } = at.site.state();
      return [customers.get(customer)?.details.size, organizations.get(organization)?.details.size];
    };
    expect(held()).toEqual([1, 1]);
    return { at, customer, organization, held };
  }

  it.each(['TEXT', 'MULTISELECT'] as const)('clear a field of type %s that is set by itself', async (type) => {
    const { at, customer, organization, held } = await withRegion(type);
    const clear = { query: '?fieldName=Region', body: { values } };
    const params = [customer];
    expect(await at.read('update-field-value-for-customer', { params, ...clear })).toMatchObject({ values: [] });
    await at.read('update-field-value-for-organizations', { params: [organization], ...clear });
    expect(held()).toEqual([0, 0]);
  });

  it('clear it in bulk, by a profile as by its details', async () => {
    const { at, customer, organization, held } = await withRegion('TEXT');
    const details = [{ name: 'Region', values }];
    const operation = { operationType: 'UPDATE', payload: { email: 'a@b.example', details } };
    expect(await failuresOf(at, PROFILES, { customerProfiles: [operation] })).toEqual([]);
    const operations = [{ operationType: 'UPDATE', payload: { name: 'Region', values } }];
    const organizations = [{ id: organization, operations }];
    expect(await failuresOf(at, 'bulk-manage-organization-details', { organizations })).toEqual([]);
    expect(held()).toEqual([0, 0]);
    expect(at.site.state().customers.get(customer)).toBeDefined();
  });

  it('hold nothing in a new profile', async () => {
    const { at } = await withRegion('TEXT');
    const body = { email: 'new@b.example', details: [{ name: 'Region', values }] };
    expect(await at.read('create-customer-profile', { body })).toMatchObject({ details: [] });
  });
});

describe('an id beside an e-mail or a name', () => {
  it('decides which customer is meant', async () => {
    const at = testSite();
    const a = await newCustomer(at, 'a@b.example');
    await newCustomer(at, 'c@d.example');
    const payload = { customerId: a, email: 'c@d.example', displayName: 'By id' };
    for (const operationType of ['UPDATE', 'UPSERT']) {
      expect(await failuresOf(at, PROFILES, { customerProfiles: [{ operationType, payload }] })).toEqual([]);
    }
    expect(at.site.state().customers.get(a)?.displayName).toBe('By id');
    expect(at.site.state().customers.find('c@d.example')?.displayName).toBe('c@d.example');
  });

  it('lets no customer be made who is there, or under an id that nobody has', async () => {
    const at = testSite();
    const a = await newCustomer(at, 'a@b.example');
    const create = (customerId: string, email: string) => ({ operationType: 'CREATE', payload: { customerId, email } });
    const rows = [create(a, 'new@d.example'), create('qm:nobody', 'other@d.example')];
    expect(await failuresOf(at, PROFILES, { customerProfiles: rows })).toHaveLength(2);
    expect(await failuresOf(at, 'bulk-create-customer-accounts', { customerAccounts: rows })).toHaveLength(2);
    expect(at.site.state().customers.size).toBe(1);
  });

  it('decides which organization is meant: the name is then its new one', async () => {
    const at = testSite();
    const id = await newOrganization(at, 'Acme');
    const change = (operationType: string, name: string) => ({ operationType, payload: { id, name } });
    const profile = { organizationProfiles: [change('UPSERT', 'Acme Ltd')] };
    expect(await failuresOf(at, ORGANIZATION_PROFILES, profile)).toEqual([]);
    expect(at.site.state().organizations.get(id)?.name).toBe('Acme Ltd');
    const again = { organizationProfiles: [change('CREATE', 'Other')] };
    expect(await failuresOf(at, ORGANIZATION_PROFILES, again)).toHaveLength(1);
    expect(at.site.state().organizations.size).toBe(1);
  });
});

describe('an update', () => {
  it.each([
    ['of a customer profile', PROFILES, { customerProfiles: [{ email: 'a@b.example' }] }],
    ['of an organization profile', ORGANIZATION_PROFILES, { organizationProfiles: [{ id: '1' }] }],
    ['of an organization profile by its name', ORGANIZATION_PROFILES, { organizationProfiles: [{ name: 'Acme' }] }],
    ['of an organization by its name', 'bulk-manage-organizations', { organizations: [{ name: 'Acme' }] }],
    ['of an organization without a name', 'bulk-manage-organizations', { organizations: [{ id: '1' }] }],
    ['of a customer account', 'bulk-create-customer-accounts', { customerAccounts: [{ email: 'a@b.example' }] }],
  ] as const)('%s that says nothing to change, or not of whom, is refused with 400', async (_, operation, lists) => {
    const at = testSite();
    await newCustomer(at, 'a@b.example');
    await newOrganization(at, 'Acme');
    const body = Object.fromEntries(
      Object.entries(lists).map(([list, payloads]: [string, readonly object[]]) => [
        list,
        payloads.map((payload) => ({ operationType: 'UPDATE', payload })),
      ]),
    );
    expect((await at.send(operation, { body })).status).toBe(400);
  });

  it('of an organization goes by its id alone, and of its profile by its name as well', async () => {
    const at = testSite();
    const id = await newOrganization(at, 'Acme');
    const product = await newProduct(at, 'Support');
    const organizations = [{ operationType: 'UPDATE', payload: { id, name: 'Acme Ltd' } }];
    expect(await failuresOf(at, 'bulk-manage-organizations', { organizations })).toEqual([]);
    const payload = { name: 'acme ltd', associateProducts: { productIds: [product] } };
    const organizationProfiles = [{ operationType: 'UPDATE', payload }];
    expect(await failuresOf(at, ORGANIZATION_PROFILES, { organizationProfiles })).toEqual([]);
    expect(at.site.state().entitlements.size).toBe(1);
  });

  it.each([
    ['bulk-create-customer-accounts', { customerAccounts: [{ email: 'a@b.example', displayName: 'A' }] }],
    ['bulk-manage-organizations', { organizations: [{ name: 'Acme' }] }],
  ] as const)('or create is all that %s knows', async (operation, lists) => {
    const body = Object.fromEntries(
      Object.entries(lists).map(([list, payloads]: [string, readonly object[]]) => [
        list,
        payloads.map((payload) => ({ operationType: 'UPSERT', payload })),
      ]),
    );
    expect((await testSite().send(operation, { body })).status).toBe(400);
  });
});

describe('detail values in bulk', () => {
  async function changed(operation: object) {
    const at = testSite();
    await at.read('create-customer-detail', { body: { name: 'Region', type: { name: 'TEXT' } } });
    const customerId = await newCustomer(at, 'a@b.example');
    return { at, body: { customers: [{ customerId, operations: [operation] }] }, customerId };
  }

  it('can be added to a MULTISELECT alone', async () => {
    const { at, body } = await changed({ operationType: 'PATCH', payload: { name: 'Region', values: ['EU'] } });
    expect(await failuresOf(at, 'bulk-update-customer-details', body)).toMatchObject([{ operatedOnIds: ['Region'] }]);
  });

  it('are deleted without being named: values beside a DELETE are refused with 400', async () => {
    const { at, body } = await changed({ operationType: 'DELETE', payload: { name: 'Region', values: ['EU'] } });
    expect((await at.send('bulk-update-customer-details', { body })).status).toBe(400);
    const { at: other, body: good } = await changed({ operationType: 'DELETE', payload: { name: 'Region' } });
    expect(await failuresOf(other, 'bulk-update-customer-details', good)).toEqual([]);
  });
});

describe('the failures of a task', () => {
  it('name the parts that failed, and of a whole customer or organization nothing but itself', async () => {
    const at = testSite();
    const organizationId = await newOrganization(at, 'Acme');
    const parts = {
      details: [{ name: 'Nothing', values: ['x'] }],
      associateProducts: { productIds: ['none'] },
    };
    const payload = { email: 'a@b.example', ...parts, associateOrganizations: { organizationIds: [4711] } };
    const customerProfiles = [
      { operationType: 'CREATE', payload },
      { operationType: 'UPDATE', payload: { email: 'nobody@b.example', displayName: 'N' } },
    ];
    expect(await failuresOf(at, PROFILES, { customerProfiles })).toMatchObject([
      { operatedOn: 'DETAIL_FIELD', operatedOnIds: ['Nothing'] },
      { operatedOn: 'ASSOCIATE_ORGANIZATION', operatedOnIds: ['4711'] },
      { operatedOn: 'ASSOCIATE_PRODUCT', operatedOnIds: ['none'] },
      { operatedOn: 'CUSTOMER_ACCOUNT', operatedOnIds: [], entityId: 'nobody@b.example' },
    ]);
    const organizationProfiles = [
      { operationType: 'UPDATE', payload: { id: organizationId, associateCustomers: { customerIds: ['qm:none'] } } },
      { operationType: 'UPDATE', payload: { id: '4711', name: 'Other' } },
    ];
    expect(await failuresOf(at, ORGANIZATION_PROFILES, { organizationProfiles })).toMatchObject([
      { operatedOn: 'ASSOCIATE_CUSTOMER', operatedOnIds: ['qm:none'] },
      { operatedOn: 'ORGANIZATION', operatedOnIds: [], entityId: '4711' },
    ]);
  });
});

describe('a profile that is created by itself', () => {
  it('of a customer lists the organizations and products that were joined, and no others', async () => {
    const at = testSite();
    const organization = await newOrganization(at, 'Acme');
    const product = await newProduct(at, 'Support');
    const body = {
      email: 'a@b.example',
      associateOrganizations: { organizationIds: [Number(organization), 4711] },
      associateProducts: { productIds: [product, 'none'] },
    };
    expect(await at.read('create-customer-profile', { body })).toMatchObject({
      organizations: [{ id: organization }],
      entitlements: [{ product: { id: product } }],
    });
  });

  it('of an organization lists the customers and products that were joined, and no others', async () => {
    const at = testSite();
    const customer = await newCustomer(at, 'a@b.example');
    const product = await newProduct(at, 'Support');
    const body = {
      name: 'Acme',
      associateCustomers: { customerIds: [customer, 'qm:none'] },
      associateProducts: { productIds: [product, 'none'] },
    };
    expect(await at.read('create-organization-profile', { body })).toMatchObject({
      customers: [{ id: customer }],
      entitlements: [{ product: { id: product } }],
    });
  });

  it('is not there where one of its values is refused', async () => {
    const at = testSite();
    const details = [{ name: 'Nothing', values: ['x'] }];
    expect((await at.send('create-customer-profile', { body: { email: 'a@b.example', details } })).status).toBe(404);
    expect((await at.send('create-organization-profile', { body: { name: 'Acme', details } })).status).toBe(404);
    expect([at.site.state().customers.size, at.site.state().organizations.size]).toEqual([0, 0]);
  });
});

describe('a customer with an Atlassian account', () => {
  const account = '712020:b';

  function withAccount(): TestSite {
    const at = testSite();
    const parts = { details: new Map(), organizations: new Set<string>(), createdAt: 0 };
    at.site.state().customers.add({ id: account, email: 'b@b.example', displayName: 'B', ...parts });
    return at;
  }

  it('is named by its id in bulk, never by its e-mail', async () => {
    const at = withAccount();
    const organization = await newOrganization(at, 'Acme');
    const join = { associateOrganizations: { organizationIds: [Number(organization)] } };
    const update = (payload: object) => ({ customerProfiles: [{ operationType: 'UPSERT', payload }] });
    expect(await failuresOf(at, PROFILES, update({ email: 'b@b.example', ...join }))).toHaveLength(1);
    expect(await failuresOf(at, PROFILES, update({ customerId: account, ...join }))).toEqual([]);
  });

  it('keeps its display name in bulk', async () => {
    const at = withAccount();
    const named = (displayName: string) => ({
      customerProfiles: [{ operationType: 'UPDATE', payload: { customerId: account, displayName } }],
    });
    expect(await failuresOf(at, PROFILES, named('Other'))).toHaveLength(1);
    expect(await failuresOf(at, PROFILES, named('B'))).toEqual([]);
    expect(at.site.state().customers.get(account)?.displayName).toBe('B');
  });
});

describe('the app itself, without a user', () => {
  it('is refused every operation with 403', async () => {
    const { site } = testSite();
    const headers = { 'x-experimentalapi': 'opt-in', 'idempotency-key': 'k' };
    for (const id of operationIds) {
      const { method, path } = operationOf(id);
      const request = { method, path: `${CSM_ROOT}${path}`, headers, body: '{}', actor: 'app' as const, scopes: null };
      const { status, body } = await site.handle(request);
      expect([id, status, body]).toEqual([id, 403, expect.stringContaining('asApp() is not supported')]);
    }
  });

  it('may ask Jira', async () => {
    const request = { method: 'GET', path: '/rest/api/3/myself', headers: {}, body: null, scopes: null };
    expect((await testSite().site.handle({ ...request, actor: 'app' })).status).toBe(200);
  });
});
