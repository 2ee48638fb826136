import { operationIds, operationOf, type OperationId } from '../../sandbox/csm/operation';
import { permissions } from '../../sandbox/csm/permissions';
import { HELP_CENTERS, issueOf } from '../../sandbox/csm/requests';
import { testSite, type Sent, type TestSite } from './support/site';

/** One good request for every operation, on the demo site. */
function goodRequests({ site }: TestSite): Record<OperationId, Sent> {
  const state = site.state();
  const customer = [...state.customers.values()].find((each) => each.organizations.size > 0)?.id ?? '';
  const organization = [...state.organizations.values()][0]?.id ?? '';
  const product = [...state.products.values()][0]?.id ?? '';
  const newProduct = state.products.add({ id: 'a/b %', name: 'Not granted yet' }).id;
  const entitlement = [...state.entitlements.keys()][0] ?? '';
  const onCustomer = { params: [customer] };
  const onOrganization = { params: [organization] };
  const field = { name: 'Shoe size', type: { name: 'SELECT', options: ['40', '41'] } };
  const rename = { params: ['Spare'], body: { name: 'Spare part' } };
  for (const fields of Object.values(state.fields)) {
    fields.add({ id: 'spare', name: 'Spare', type: 'TEXT', options: [], view: 'everyone', edit: 'everyone' });
  }
  const request = state.requests.add({
    ...issueOf(0),
    helpCenterId: HELP_CENTERS[0] ?? '',
    origin: 'phone',
    summary: 'It rattles',
    description: '',
    reporterId: customer,
    participantIds: [],
    statusCategory: 'new',
    visibleTo: 'agent',
    metadata: {},
    createdAt: 0,
    comments: [],
  });
  const note = { type: 'doc', version: 1, content: [] };
  const value = { query: '?fieldName=Spare', body: { values: ['x'] } };
  const change = [{ operationType: 'UPDATE', payload: { name: 'Spare', values: ['x'] } }];
  return {
    'get-all-customer-details': {},
    'get-all-organization-details': {},
    'get-all-entitlement-details': {},
    'create-customer-detail': { body: field },
    'create-organization-detail': { body: field },
    'create-entitlement-detail': { body: field },
    'update-field-for-customers': rename,
    'update-field-for-organizations': rename,
    'update-field-for-entitlements': rename,
    'delete-customer-detail': { params: ['Spare'] },
    'delete-organization-detail': { params: ['Spare'] },
    'delete-entitlement-detail': { params: ['Spare'] },
    'get-organization': onOrganization,
    'update-organization': { ...onOrganization, body: { name: 'Renamed' } },
    'delete-organization': onOrganization,
    'update-field-value-for-organizations': { ...onOrganization, ...value },
    'get-organization-entitlements': onOrganization,
    'create-organization-entitlement': { ...onOrganization, body: { productId: newProduct } },
    'create-organization': { body: { name: 'New organization' } },
    'get-multiple-organizations': { body: { organizationIds: [organization, 'missing'] } },
    'get-organization-profile': onOrganization,
    'create-organization-profile': { body: { name: 'New', associateCustomers: { customerIds: [customer] } } },
    'get-multiple-organization-profiles': { body: { organizationIds: [organization], expand: ['entitlements'] } },
    'bulk-manage-organization-profiles': {
      body: { organizationProfiles: [{ operationType: 'UPSERT', payload: { name: 'New' } }] },
    },
    'bulk-manage-organizations': { body: { organizations: [{ operationType: 'CREATE', payload: { name: 'New' } }] } },
    'bulk-manage-organization-details': { body: { organizations: [{ id: organization, operations: change }] } },
    'get-customer': onCustomer,
    'search-by-detail-field': { body: { detailFields: [{ name: 'Region', value: 'eu' }] } },
    'update-field-value-for-customer': { ...onCustomer, ...value },
    'get-customer-entitlements': onCustomer,
    'create-customer-entitlement': { ...onCustomer, body: { productId: newProduct } },
    'create-customer': { body: { email: 'new@customers.example' } },
    'get-customer-account': onCustomer,
    'update-customer-account': { ...onCustomer, body: { displayName: 'Renamed' } },
    'delete-customer-account': onCustomer,
    'get-customer-profile': onCustomer,
    'create-customer-profile': {
      body: { email: 'new@customers.example', associateOrganizations: { organizationIds: [Number(organization)] } },
    },
    'get-multiple-customer-profiles': { body: { customerIds: [customer, 'missing'], expand: ['entitlements'] } },
    'bulk-update-customer-details': { body: { customers: [{ customerId: customer, operations: change }] } },
    'bulk-create-customer-accounts': {
      body: { customerAccounts: [{ operationType: 'CREATE', payload: { email: 'new@customers.example' } }] },
    },
    'bulk-manage-multiple-customer-profiles': {
      body: { customerProfiles: [{ operationType: 'UPSERT', payload: { email: 'new@customers.example' } }] },
    },
    'get-products': { query: '?limit=2' },
    'create-product': { body: { name: 'New product' } },
    'get-product': { params: [product] },
    'update-product': { params: [product], body: { name: 'Renamed' } },
    'delete-product': { params: [newProduct] },
    'get-entitlement': { params: [entitlement] },
    'delete-entitlement': { params: [entitlement] },
    'update-field-value-for-entitlement': { params: [entitlement], ...value },
    'get-task-status': { params: ['to be filled'] },
    'create-csm-request': { body: { helpCenterId: HELP_CENTERS[0], origin: 'phone', summary: 'It rattles' } },
    'comment-on-csm-request': { params: [request.helpCenterId, request.key], body: { body: note } },
  };
}

async function prepared(id: OperationId): Promise<{ at: TestSite; good: Sent }> {
  const at = testSite({ content: 'demo' });
  const requests = goodRequests(at);
  if (id !== 'get-task-status') return { at, good: requests[id] };
  const submitted = await at.send('bulk-manage-organizations', requests['bulk-manage-organizations']);
  const task = JSON.parse(submitted.body) as { id: string };
  return { at, good: { params: [task.id] } };
}

describe.each(operationIds)('%s', (id) => {
  const operation = operationOf(id);

  it('answers a good request as the contract says', async () => {
    const { at, good } = await prepared(id);
    const response = await at.send(id, good);
    expect([response.status, response.body]).toEqual([operation.response === null ? 204 : 200, response.body]);
  });

  it('refuses nobody with 401, users without the right with 403, and a missing scope as Forge does', async () => {
    const { at, good } = await prepared(id);
    expect((await at.send(id, { ...good, user: null })).status).toBe(401);
    const nora = await at.send(id, { ...good, user: 'nora' });
    expect(nora.status === 403).toBe(permissions[id].length > 0);
    const forAgents = !permissions[id].includes('administrator');
    expect((await at.send(id, { ...good, user: 'gil' })).status === 403).toBe(!forAgents);
    const unscoped = await at.send(id, { ...good, scopes: new Set() });
    expect([unscoped.status, unscoped.body]).toEqual([
      401,
      '{"code":401,"message":"Unauthorized; scope does not match"}',
    ]);
  });

  it('asks for the special headers where the contract does', async () => {
    const { at, good } = await prepared(id);
    const bare = await at.send(id, { ...good, headers: {} });
    expect(bare.status === 412).toBe(operation.experimental);
    const keyless = await at.send(id, { ...good, headers: { 'x-experimentalapi': 'opt-in' } });
    expect(keyless.status === 412).toBe(operation.idempotent);
  });

  if (operation.body !== null) {
    it('refuses a body that breaks the contract with 400', async () => {
      const { at, good } = await prepared(id);
      expect((await at.send(id, { ...good, body: 'text' })).status).toBe(400);
      expect((await at.send(id, { ...good, body: undefined })).status).toBe(400);
    });
  }

  if (operation.pathParameters.length > 0) {
    it('refuses what is not there', async () => {
      const { at, good } = await prepared(id);
      expect([400, 404]).toContain((await at.send(id, { ...good, params: ['not there'] })).status);
    });
  }
});
