import type { SeenProfile } from '../../../domain/kinds/customer-profiles/seen';
import type { SeenOrganization } from '../../../domain/kinds/organization-profiles/seen';
import type { CustomerRemoval } from '../../../domain/kinds/removals/customers';
import type { MembershipRemoval } from '../../../domain/kinds/removals/memberships';
import type { OrganizationRemoval } from '../../../domain/kinds/removals/organizations';
import { customerRecord, organizationRecord } from '../../../domain/kinds/removals/record';
import { type DirectHalf, allDone } from '../half';
import { RefusedRow } from '../perform';
import type { SiteApi } from '../site-api';
import { fetchProfiles } from './customers-seen';
import { findGone } from './gone';
import { fetchOrganizations } from './organizations-seen';

/** Organization profiles of one fetch. CSM reference, organization/profile/fetch. */
const PROFILES_PER_FETCH = 25;

/** Deletes customers, each with a call, after their records were saved. */
export const customerRemovalsOnSite: DirectHalf<CustomerRemoval> = {
  async perform({ csm }, { id }) {
    await csm.call('delete-customer-account', { path: { customerId: id } });
    return allDone;
  },
  findDone: ({ csm }, { id }) => findGone(() => csm.call('get-customer-account', { path: { customerId: id } })),
  async save(site, operations) {
    const profiles = await fetchProfiles(
      site,
      operations.map(({ id }) => id),
    );
    return operations.map(({ id }) => recordOf(profiles.get(id), customerRecord));
  },
};

/** Deletes organizations, each with a call, after their records were saved. */
export const organizationRemovalsOnSite: DirectHalf<OrganizationRemoval> = {
  async perform({ csm }, { id }) {
    await csm.call('delete-organization', { path: { organizationId: id } });
    return allDone;
  },
  findDone: ({ csm }, { id }) => findGone(() => csm.call('get-organization', { path: { organizationId: id } })),
  async save(site, operations) {
    const seen = new Map<string, SeenOrganization>();
    for (let from = 0; from < operations.length; from += PROFILES_PER_FETCH) {
      const some = await fetchOrganizations(site, operations.slice(from, from + PROFILES_PER_FETCH));
      for (const profile of some) seen.set(profile.id, profile);
    }
    return operations.map(({ id }) => recordOf(seen.get(id), organizationRecord));
  },
};

/** Takes customers out of organizations, after the pairs were saved. */
export const membershipRemovalsOnSite: DirectHalf<MembershipRemoval> = {
  async perform(site, operation, mayBeDone) {
    // The site passes over whoever is not in it: without this a row would be called done that did nothing.
    if (!mayBeDone && !(await isMember(site, operation)))
      throw new RefusedRow('The customer isn’t in this organization.');
    await site.removeMembers(operation.organizationId, [operation.customerId]);
    return allDone;
  },
  findDone: async (site, operation) => ((await isMember(site, operation)) ? null : {}),
  async save(site, operations) {
    const profiles = await fetchProfiles(site, [...new Set(operations.map(({ customerId }) => customerId))]);
    return operations.map(({ customerId, organizationId }) => {
      const profile = profiles.get(customerId);
      if (profile === undefined) return null;
      const organization = profile.organizations?.find(({ id }) => id === organizationId)?.name;
      return { Email: profile.email ?? '', 'Customer ID': customerId, Organization: organization ?? '' };
    });
  },
};

async function isMember(site: SiteApi, { customerId, organizationId }: MembershipRemoval): Promise<boolean> {
  const profile = (await fetchProfiles(site, [customerId])).get(customerId);
  if (profile === undefined) throw new RefusedRow('Your site doesn’t have this customer.');
  return profile.organizations?.some(({ id }) => id === organizationId) ?? false;
}

const recordOf = <Seen extends SeenProfile | SeenOrganization>(
  seen: Seen | undefined,
  write: (seen: Seen) => Record<string, string>,
): Record<string, string> | null => (seen === undefined ? null : write(seen));
