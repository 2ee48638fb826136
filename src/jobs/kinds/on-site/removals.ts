import { shownCustomer } from '../../../domain/kinds/customer-profiles/written';
import type { SeenProfile } from '../../../domain/kinds/customer-profiles/seen';
import { shownOrganization } from '../../../domain/kinds/organization-profiles/written';
import type { SeenOrganization } from '../../../domain/kinds/organization-profiles/seen';
import type { CustomerRemoval } from '../../../domain/kinds/removals/customers';
import type { MembershipRemoval } from '../../../domain/kinds/removals/memberships';
import type { OrganizationRemoval } from '../../../domain/kinds/removals/organizations';
import { goingCustomer, goingMember, goingOrganization } from '../../../domain/kinds/removals/going';
import { customerRecord, organizationRecord } from '../../../domain/kinds/removals/record';
import { inParallel } from '../../../platform/in-parallel';
import { type DirectHalf, allDone } from '../half';
import { RefusedRow } from '../perform';
import type { SiteApi } from '../site-api';
import { fetchProfiles } from './customers-seen';
import { findGone } from './gone';
import { fetchOrganizations } from './organizations-seen';
import { versionOf } from './version-of';

/** Profiles of one fetch. CSM reference, organization/profile/fetch and customer/profile/fetch. */
const PROFILES_PER_FETCH = 25;
/**
 * Customers of one organization whose emails are saved: ten fetches. An import takes 25 in a row, so that whoever brings
 * more back has to split them anyway; the ids of all are saved.
 */
const MOST_EMAILS = 250;
/** Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const FETCHES_AT_ONCE = 5;

/** Deletes customers, each with a call, after their records were saved. */
export const customerRemovalsOnSite: DirectHalf<CustomerRemoval> = {
  async perform({ csm }, { id }) {
    await csm.call('delete-customer-account', { path: { customerId: id } });
    return allDone;
  },
  findDone: ({ csm }, { id }) => findGone(() => csm.call('get-customer-account', { path: { customerId: id } })),
  async save(site, operations) {
    const profiles = await customersOf(site, operations);
    return operations.map(({ id }) =>
      shownAs(profiles.get(id), (profile) => ({
        cells: customerRecord(profile),
        version: versionOf(shownCustomer(profile)),
      })),
    );
  },
  async preview(site, operations) {
    const profiles = await customersOf(site, operations);
    return operations.map(({ id }) => shownAs(profiles.get(id), goingCustomer));
  },
};

const customersOf = (site: SiteApi, operations: readonly CustomerRemoval[]) =>
  fetchProfiles(
    site,
    operations.map(({ id }) => id),
  );

/** Deletes organizations, each with a call, after their records were saved. */
export const organizationRemovalsOnSite: DirectHalf<OrganizationRemoval> = {
  async perform({ csm }, { id }) {
    await csm.call('delete-organization', { path: { organizationId: id } });
    return allDone;
  },
  findDone: ({ csm }, { id }) => findGone(() => csm.call('get-organization', { path: { organizationId: id } })),
  async save(site, operations) {
    const seen = await organizationsOf(site, operations);
    const emails = await emailsOfMembers(site, [...seen.values()]);
    return operations.map(({ id }) =>
      shownAs(seen.get(id), (profile) => ({
        cells: organizationRecord(profile, emails),
        version: versionOf(shownOrganization(profile)),
      })),
    );
  },
  async preview(site, operations) {
    const seen = await organizationsOf(site, operations);
    return operations.map(({ id }) => shownAs(seen.get(id), goingOrganization));
  },
};

async function organizationsOf(site: SiteApi, operations: readonly OrganizationRemoval[]) {
  const seen = new Map<string, SeenOrganization>();
  for (let from = 0; from < operations.length; from += PROFILES_PER_FETCH) {
    const some = await fetchOrganizations(site, operations.slice(from, from + PROFILES_PER_FETCH));
    for (const profile of some) seen.set(profile.id, profile);
  }
  return seen;
}

/** The emails of the customers of organizations, by their ids: an organization's profile has their ids alone. */
async function emailsOfMembers(
  site: SiteApi,
  organizations: readonly SeenOrganization[],
): Promise<ReadonlyMap<string, string>> {
  const members = organizations.flatMap(({ customers = [] }) => customers.slice(0, MOST_EMAILS));
  const ids = [...new Set(members.flatMap(({ id }) => id ?? []))];
  const emails = new Map<string, string>();
  const pages = Array.from({ length: Math.ceil(ids.length / PROFILES_PER_FETCH) }, (_, at) => at * PROFILES_PER_FETCH);
  await inParallel(FETCHES_AT_ONCE, pages, async (from) => {
    const profiles = await fetchProfiles(site, ids.slice(from, from + PROFILES_PER_FETCH));
    for (const [id, { email }] of profiles) if (email !== undefined && email !== '') emails.set(id, email);
  });
  return emails;
}

/** Takes customers out of organizations, after the pairs were saved. */
export const membershipRemovalsOnSite: DirectHalf<MembershipRemoval> = {
  async perform(site, operation, mayBeDone) {
    // The site passes over whoever is not in it: without this a row would be called done that did nothing.
    if (!mayBeDone && !(await isMember(site, operation))) throw new RefusedRow(NOT_A_MEMBER);
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
      return { cells: { Email: profile.email ?? '', 'Customer ID': customerId, Organization: organization ?? '' } };
    });
  },
  async preview(site, operations) {
    const profiles = await fetchProfiles(site, [...new Set(operations.map(({ customerId }) => customerId))]);
    return operations.map(({ customerId, organizationId }) => {
      const profile = profiles.get(customerId);
      return profile === undefined ? NO_SUCH_CUSTOMER : (goingMember(profile, organizationId) ?? NOT_A_MEMBER);
    });
  },
};

const NOT_A_MEMBER = 'The customer isn’t in this organization.';
const NO_SUCH_CUSTOMER = 'Your site doesn’t have this customer.';

async function isMember(site: SiteApi, { customerId, organizationId }: MembershipRemoval): Promise<boolean> {
  const profile = (await fetchProfiles(site, [customerId])).get(customerId);
  if (profile === undefined) throw new RefusedRow(NO_SUCH_CUSTOMER);
  return profile.organizations?.some(({ id }) => id === organizationId) ?? false;
}

const shownAs = <Seen extends SeenProfile | SeenOrganization, Shown>(
  seen: Seen | undefined,
  show: (seen: Seen) => Shown,
): Shown | null => (seen === undefined ? null : show(seen));
