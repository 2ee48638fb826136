import type { RequestOf, ResolverName } from '../../src/contract/resolvers';
import { defaultSettings } from '../../src/domain/settings/defaults';
import { packAccepted, planFor } from './console';

const jobId = 'no-such-job';
const customer = { id: 'qm:no-such-customer' };
const organization = { id: '999999' };
const product = { id: 'no-such-product' };
const field: RequestOf<'fields.delete'> = {
  entity: 'customer',
  seen: { name: 'No such field', type: 'TEXT', options: [] },
};
const entitled = { holder: { entity: 'customer', ...customer } } as const;
const helpCenterId = 'no-such-help-center';
const plan = planFor('UPSERT');
const sync = { syncId: '00000000-0000-4000-8000-000000000000' };
const syncSettings: RequestOf<'syncs.create'>['settings'] = {
  name: 'Rights',
  limits: { percent: 20, rows: 500 },
  schedule: { every: 'delivery' },
  timeZone: 'UTC',
  vanished: { then: 'nothing' },
  tell: null,
};

/**
 * For each resolver of the console a request that it parses. What they name is mostly not there, so that they can be
 * sent in any order.
 */
export const soundRequests: { readonly [N in ResolverName]: RequestOf<N> } = {
  'access.check': {},
  'settings.get': {},
  'settings.save': { settings: defaultSettings, over: 0 },
  'profileSettings.get': {},
  'profileSettings.save': {
    settings: { customer: [], organization: [], entitlement: [], entitlementEnd: null },
    over: 0,
  },
  'requests.send': { helpCenterId, origin: 'Web form', summary: 'Broken widget', metadata: [] },
  'requests.comment': { helpCenterId, request: 'NONE-1', text: 'Any news?', public: false },
  'customers.find': { query: { by: 'id', ids: [customer.id] }, page: 0 },
  'customers.recognize': { wanted: [{ by: 'email', text: 'nobody@rights.example' }], organizationId: null },
  'customers.get': customer,
  'customers.createAccount': { email: 'first@rights.example', displayName: null },
  'customers.create': {
    email: 'second@rights.example',
    displayName: null,
    details: [],
    organizationIds: [],
    productIds: [],
  },
  'customers.rename': { ...customer, displayName: 'Grace', seen: 'Ada' },
  'customers.delete': customer,
  'customers.join': { ...customer, organizationId: organization.id },
  'customers.leave': { ...customer, organizationId: organization.id },
  'customers.organizations': { cursor: null },
  'details.set': { ...entitled, field: 'Region', type: 'SELECT', values: ['EU'], seen: [] },
  'entitlements.holder': entitled,
  'entitlements.list': entitled,
  'entitlements.get': { id: 'no-such-entitlement' },
  'entitlements.grant': { ...entitled, productId: product.id },
  'entitlements.revoke': { id: 'no-such-entitlement' },
  'imports.fields': { entity: 'customer' },
  'imports.mappings': {},
  'imports.saveMapping': {
    mapping: { kind: 'customer-profiles', name: 'Rights', columns: plan.columns, options: plan.options },
  },
  'imports.deleteMapping': { name: 'Rights' },
  'imports.preview': {
    plan: {
      ...plan,
      kind: 'organization-removals',
      operation: 'DELETE',
      columns: [{ header: 'Name', target: { to: 'name' } }],
    },
    rows: [[2, ['No such organization']]],
  },
  'imports.organizations': { names: ['No such organization'] },
  'jobs.create': { name: 'customers.csv', plan, delimiter: ',', rows: { total: 1, leftOut: 0, accepted: 1 } },
  'jobs.upload': {
    jobId,
    list: 'accepted',
    part: 0,
    piece: 0,
    pieces: 1,
    data: packAccepted([[2, ['a@rights.example', 'A']]]).join(''),
  },
  'jobs.start': { jobId },
  'jobs.list': { page: 0 },
  'jobs.moveUp': { jobId, to: 'up' },
  'jobs.attention': {},
  'jobs.speeds': {},
  'jobs.get': { jobId },
  'jobs.plan': { jobId },
  'jobs.name': { name: 'customers', variant: 'new' },
  'jobs.batches': { jobId, from: 0 },
  'jobs.firstRows': { jobId },
  'jobs.unsuccessful': { jobId, cursor: null },
  'jobs.results': { jobId, cursor: null },
  'jobs.saved': { jobId, cursor: null },
  'jobs.cancel': { jobId },
  'jobs.pause': { jobId },
  'jobs.resume': { jobId },
  'jobs.continue': { jobId },
  'fields.list': { entity: 'customer' },
  'fields.slots': {},
  'fields.create': { entity: 'customer', name: 'Shoe size', type: 'NUMBER', options: [] },
  'fields.edit': { ...field, name: 'Other name', options: [] },
  'fields.delete': field,
  'fields.holders': { field: 'Region', values: ['EU'] },
  'products.list': { cursor: null, limit: 25 },
  'products.search': { words: 'widget', cursor: null },
  'products.get': product,
  'products.create': { names: ['Rights product'] },
  'products.rename': { ...product, name: 'Other name', seen: 'Name' },
  'products.delete': { ...product, seen: 'Name' },
  'products.entitled': { ...product, start: 0 },
  'organizations.list': { page: 0 },
  'organizations.find': { wanted: ['No such organization'] },
  'organizations.search': { words: 'acme', start: 0 },
  'organizations.get': organization,
  'organizations.create': { name: 'Rights organization', details: [], customerIds: [], productIds: [] },
  'organizations.addCustomers': { ...organization, customerIds: [customer.id] },
  'organizations.rename': { ...organization, name: 'Other name', seen: 'Name' },
  'organizations.delete': { ...organization, seen: 'Name' },
  'syncs.list': {},
  'syncs.attention': {},
  'syncs.get': sync,
  'syncs.create': { settings: syncSettings, from: { what: 'mapping', name: 'No such mapping' } },
  'syncs.save': { ...sync, settings: syncSettings },
  'syncs.delete': sync,
  'syncs.renewToken': sync,
  'syncs.projects': { text: '' },
  'syncs.url': sync,
  'syncs.pause': sync,
  'syncs.resume': sync,
  'syncs.takeOver': sync,
  'syncs.approve': { ...sync, no: 1 },
  'syncs.refuse': { ...sync, no: 1 },
  'syncs.touched': sync,
  'syncs.forget': sync,
  'syncs.deliver': { ...sync, delivery: 'by-hand', part: 1, parts: 1, data: 'H4sI', isTest: false },
};
