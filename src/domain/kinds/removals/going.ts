import type { Going } from '../../../contract/imports';
import type { SeenProfile } from '../customer-profiles/seen';
import type { SeenOrganization } from '../organization-profiles/seen';
import type { SeenEntitlements } from '../seen-values';

/** A customer who is deleted, and what they lose: what an organization is entitled to stays its own. */
export const goingCustomer = ({ customerId, displayName, email, organizations, entitlements }: SeenProfile): Going => ({
  name: displayName,
  email: email ?? '',
  organizations: namesOf(organizations),
  customers: 0,
  entitlements: countOf(entitlements, customerId),
});

/** An organization that is deleted. Its customers stay. */
export const goingOrganization = ({ id, name, customers, entitlements }: SeenOrganization): Going => ({
  name,
  email: '',
  organizations: [],
  customers: customers?.length ?? 0,
  entitlements: countOf(entitlements, id),
});

/** A customer who leaves an organization, and how many entitlements they have through it; null for one who is not in it. */
export function goingMember(profile: SeenProfile, organizationId: string): Going | null {
  const organization = profile.organizations?.find(({ id }) => id === organizationId);
  if (organization === undefined) return null;
  return {
    ...goingCustomer(profile),
    organizations: namesOf([organization]),
    entitlements: countOf(profile.entitlements, organizationId),
  };
}

const namesOf = (organizations: SeenProfile['organizations'] = []): string[] =>
  organizations.flatMap(({ id, name }) => name ?? id ?? []);

/** The entitlements of a holder, among those that somebody has by themselves and through others. */
const countOf = (entitlements: SeenEntitlements = [], holder: string): number =>
  entitlements.filter(({ entitledEntity }) => entitledEntity?.id === holder).length;
