import { associateProduct, joinOrganization } from '../associations';
import type { Call, Emulation, Handlers } from '../call';
import { detailsView, writeDetail } from '../details';
import { ORGANIZATIONS_PER_FETCH, PROFILES_PER_FETCH } from '../limits';
import type { Organization } from '../model';
import { createOrganization, deleteOrganization, renameOrganization } from '../organizations';
import { badRequest, Refusal } from '../refusal';
import { organizationProfileView, organizationView } from '../views';
import { organizationOf } from './lookup';

/** By id or name; what is not found is left out. @throws Refusal 400 for more than may be asked for at once. */
function fetchOrganizations(
  { state }: Emulation,
  {
    organizationIds = [],
    organizationNames = [],
  }: {
    organizationIds?: string[] | undefined;
    organizationNames?: string[] | undefined;
  },
  most: number,
): Organization[] {
  if (organizationIds.length + organizationNames.length > most) {
    throw badRequest(`At most ${most} organizations can be fetched at once.`);
  }
  const found = [
    ...organizationIds.map((id) => state.organizations.get(id)),
    ...organizationNames.map((name) => state.organizations.find(name)),
  ];
  return [...new Set(found)].filter((organization) => organization !== undefined);
}

/**
 * A value that is refused takes the organization back with it. Customers and products that cannot be joined are left out
 * without a word: the answer lists those that were. CSM reference, create organization profile.
 */
function createProfile({ site, body, caller }: Call<'create-organization-profile'>): object {
  const { state } = site;
  const { name, details = [], associateCustomers, associateProducts } = body();
  const organization = createOrganization(state, name);
  if (organization instanceof Refusal) throw organization;
  const entity = { id: organization.id, type: 'ORGANIZATION' } as const;
  const holder = { type: 'organization', details: organization.details } as const;
  const written = details.map((detail) => writeDetail(state, holder, { ...detail, change: 'UPDATE' }, caller));
  const refusal = written.find((result) => result instanceof Refusal);
  if (refusal !== undefined) {
    deleteOrganization(state, organization);
    throw refusal;
  }
  for (const id of associateCustomers?.customerIds ?? []) {
    const customer = state.customers.get(id);
    if (customer !== undefined) joinOrganization(state, customer, organization.id);
  }
  for (const id of associateProducts?.productIds ?? []) associateProduct(state, entity, id);
  return organizationProfileView(state, organization, caller, true);
}

export const organizationHandlers: Handlers<
  | 'get-organization'
  | 'create-organization'
  | 'update-organization'
  | 'delete-organization'
  | 'get-multiple-organizations'
  | 'get-organization-profile'
  | 'create-organization-profile'
  | 'get-multiple-organization-profiles'
> = {
  'get-organization': ({ site, param, caller }) => {
    const { id, name, details } = organizationOf(site, param('organizationId'));
    return { id, name, details: detailsView(site.state, 'organization', details, caller) };
  },
  'create-organization': ({ site, body }) => {
    const organization = createOrganization(site.state, body().name);
    if (organization instanceof Refusal) throw organization;
    return organizationView(organization);
  },
  'update-organization': ({ site, param, body }) => {
    const { name } = body();
    const organization = organizationOf(site, param('organizationId'));
    const refusal = renameOrganization(site.state, organization, name);
    if (refusal !== null) throw refusal;
    return organizationView(organization);
  },
  'delete-organization': ({ site, param }) => {
    deleteOrganization(site.state, organizationOf(site, param('organizationId')));
    return undefined;
  },
  'get-multiple-organizations': ({ site, body }) => ({
    organizations: fetchOrganizations(site, body(), ORGANIZATIONS_PER_FETCH).map(organizationView),
  }),
  'get-organization-profile': ({ site, param, caller }) =>
    organizationProfileView(site.state, organizationOf(site, param('organizationId')), caller, true),
  'create-organization-profile': createProfile,
  'get-multiple-organization-profiles': ({ site, body, caller }) => {
    const request = body();
    const withEntitlements = request.expand?.includes('entitlements') ?? false;
    return {
      profiles: fetchOrganizations(site, request, PROFILES_PER_FETCH).map((organization) =>
        organizationProfileView(site.state, organization, caller, withEntitlements),
      ),
    };
  },
};
