import { operationIds, operationOf, type OperationId } from '../../sandbox/csm/operation';
import { permissions } from '../../sandbox/csm/permissions';
import { HELP_CENTERS, issueOf } from '../../sandbox/csm/requests';
import type { SiteResponse } from '../../sandbox/site';
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

interface Prepared {
  at: TestSite;
  requests: Record<OperationId, Sent>;
  /** The task that the site was given to begin with. */
  taskId: string;
}

async function prepared(): Promise<Prepared> {
  const at = testSite({ content: 'demo' });
  const requests = goodRequests(at);
  const submitted = await at.send('bulk-manage-organizations', requests['bulk-manage-organizations']);
  const { id: taskId } = JSON.parse(submitted.body) as { id: string };
  return { at, requests, taskId };
}

const goodRequest = ({ requests, taskId }: Prepared, id: OperationId): Sent =>
  id === 'get-task-status' ? { params: [taskId] } : requests[id];

/** What is refused leaves a site as it is, and so does what reads: one is there for all of that, for it takes a while to fill it. */
let untouched: Prepared;
beforeAll(async () => {
  untouched = await prepared();
});

/** Sends the good request of an operation with a change: to a site of its own where it is to change something there. */
async function sendChanged(id: OperationId, change: Partial<Sent>, isRefused: boolean): Promise<SiteResponse> {
  const site = isRefused || operationOf(id).method === 'GET' ? untouched : await prepared();
  return site.at.send(id, { ...goodRequest(site, id), ...change });
}

describe.each(operationIds)('%s', (id) => {
  const operation = operationOf(id);

  it('answers a good request as the contract says', async () => {
    const response = await sendChanged(id, {}, false);
    expect([response.status, response.body]).toEqual([operation.response === null ? 204 : 200, response.body]);
  });

  it('refuses nobody with 401, users without the right with 403, and a missing scope as Forge does', async () => {
    expect((await sendChanged(id, { user: null }, true)).status).toBe(401);
    const needsRights = permissions[id].length > 0;
    expect((await sendChanged(id, { user: 'nora' }, needsRights)).status === 403).toBe(needsRights);
    const forAdministrators = permissions[id].includes('administrator');
    expect((await sendChanged(id, { user: 'gil' }, forAdministrators)).status === 403).toBe(forAdministrators);
    const unscoped = await sendChanged(id, { scopes: new Set() }, true);
    expect([unscoped.status, unscoped.body]).toEqual([
      401,
      '{"code":401,"message":"Unauthorized; scope does not match"}',
    ]);
  });

  it('asks for the special headers where the contract does', async () => {
    const { experimental, idempotent } = operation;
    expect((await sendChanged(id, { headers: {} }, experimental)).status === 412).toBe(experimental);
    const keyless = await sendChanged(id, { headers: { 'x-experimentalapi': 'opt-in' } }, idempotent);
    expect(keyless.status === 412).toBe(idempotent);
  });

  if (operation.body !== null) {
    it('refuses a body that breaks the contract with 400', async () => {
      expect((await sendChanged(id, { body: 'text' }, true)).status).toBe(400);
      expect((await sendChanged(id, { body: undefined }, true)).status).toBe(400);
    });
  }

  if (operation.pathParameters.length > 0) {
    it('refuses what is not there', async () => {
      expect([400, 404]).toContain((await sendChanged(id, { params: ['not there'] }, true)).status);
    });
  }
});

it('is left as it is by what it refuses and by what reads it', async () => {
  const { at, taskId } = untouched;
  const { at: fresh } = await prepared();
  expect(countsOf(at)).toEqual(countsOf(fresh));
  expect((await at.send('get-task-status', { params: [taskId] })).status).toBe(200);
});

const countsOf = ({ site }: TestSite) => {
  const { customers, organizations, products, entitlements, requests, fields } = site.state();
  const things = [customers, organizations, products, entitlements, requests, ...Object.values(fields)];
  return things.map(({ size }) => size);
};
