import { profileDetailValues } from '../csm/profile-details';
import type { ProfileEntitlementField } from '../csm/contract/schemas.gen';
import { ORGANIZATIONS_PAGE_MAX } from '../jira/organizations';
import { type SeenEntitlement, isMatching } from '../domain/rules/decide';
import type { RuleCondition } from '../contract/rules';
import { SiteError } from '../platform/http/site-error';
import type { RuleSite } from './site';

/** Profiles of one fetch, of organizations and of customers. CSM reference. */
export const PROFILES_PER_FETCH = 25;

/** A customer as a rule sees them. */
export interface SeenCustomer {
  id: string;
  name: string;
  email: string;
  entitlements: SeenEntitlement[];
  /** Ids of their organizations; null where the site does not say. */
  organizations: string[] | null;
}

interface OrganizationsRead {
  matching: string[];
  count: number;
  isLast: boolean;
}

/** Reads as many organizations as one fetch takes, from a place of the site's list on, and tells which of them match. */
export async function readOrganizations(
  site: RuleSite,
  condition: RuleCondition,
  start: number,
): Promise<OrganizationsRead> {
  const { organizations, isLast } = await site.jira.listOrganizations({ start, limit: PROFILES_PER_FETCH });
  const found = await matchesOf(
    site,
    condition,
    organizations.map(({ id }) => id),
  );
  return {
    matching: organizations.flatMap(({ id }) => (found.get(id) === true ? [id] : [])),
    count: organizations.length,
    isLast: isLast || organizations.length === 0,
  };
}

/** Whether organizations match, by their ids, at most {@link PROFILES_PER_FETCH}. Those that the site does not show are left out. */
export async function matchesOf(
  { csm }: RuleSite,
  condition: RuleCondition,
  organizationIds: string[],
): Promise<Map<string, boolean>> {
  if (organizationIds.length === 0) return new Map();
  const { profiles } = await csm.call('get-multiple-organization-profiles', { body: { organizationIds } });
  return new Map(profiles.map(({ id, details }) => [id, isMatching(condition, profileDetailValues(details))]));
}

/** Reads a page of the people in an organization; who is no customer is left out. `count`: with those. */
export async function readMembers(
  site: RuleSite,
  organizationId: string,
  start: number,
): Promise<{ customers: SeenCustomer[]; count: number; isLast: boolean }> {
  const page = { start, limit: ORGANIZATIONS_PAGE_MAX };
  const { users, isLast } = await site.jira.listMembers(organizationId, page).catch((error: unknown) => {
    // It was deleted since it was listed.
    if (error instanceof SiteError && error.kind === 'not-found') return { users: [], isLast: true };
    throw error;
  });
  const customers = await readCustomers(
    site,
    users.map(({ accountId }) => accountId),
  );
  return { customers, count: users.length, isLast: isLast || users.length === 0 };
}

/** Customers with what they are entitled to. Those that the site does not show are left out. */
export async function readCustomers({ csm }: RuleSite, ids: readonly string[]): Promise<SeenCustomer[]> {
  const seen: SeenCustomer[] = [];
  for (let from = 0; from < ids.length; from += PROFILES_PER_FETCH) {
    const customerIds = ids.slice(from, from + PROFILES_PER_FETCH);
    const body = { customerIds, expand: ['entitlements' as const] };
    const { profiles } = await csm.call('get-multiple-customer-profiles', { body });
    for (const { customerId, displayName, email, entitlements, organizations } of profiles)
      seen.push({
        id: customerId,
        name: displayName,
        email: email ?? '',
        entitlements: (entitlements ?? []).flatMap(seenEntitlement),
        organizations: organizations?.flatMap(({ id }) => id ?? []) ?? null,
      });
  }
  return seen;
}

function seenEntitlement({ id, product, entitledEntity, details }: ProfileEntitlementField): SeenEntitlement[] {
  if (id === undefined || product === undefined) return [];
  const isDirect = entitledEntity?.type !== 'ORGANIZATION';
  return [{ id, productId: product.id, isDirect, details: profileDetailValues(details) }];
}

/** Whether an entitlement is gone: of a customer whose profile the site does not show, nothing else tells. */
export async function isGone({ csm }: RuleSite, entitlementId: string): Promise<boolean> {
  try {
    await csm.call('get-entitlement', { path: { entitlementId } });
    return false;
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return true;
    throw error;
  }
}
