import type { OrganizationName } from '../../../contract/customers';
import type { OrganizationSummary, OrganizationTotals } from '../../../contract/organizations';
import type { CsmClient } from '../../../csm/client';
import type { OrganizationProfile } from '../../../csm/contract/schemas.gen';
import { part } from '../../part';

/** Most organization profiles of one fetch. CSM reference, get-multiple-organization-profiles. */
const PROFILES_PER_FETCH = 25;

export const totalsOf = ({ customers = [], entitlements = [] }: OrganizationProfile): OrganizationTotals => ({
  customers: customers.length,
  entitlements: entitlements.length,
});

/** One request for 25 organizations. Totals are an extra: where the site does not give them, the names have to do. */
export async function withTotals(
  csm: CsmClient,
  resolver: string,
  organizations: readonly OrganizationName[],
): Promise<OrganizationSummary[]> {
  const totals = await part(resolver, readTotals(csm, organizations));
  return organizations.map((organization) => ({
    ...organization,
    totals: totals.ok ? (totals.data.get(organization.id) ?? null) : null,
  }));
}

async function readTotals(
  csm: CsmClient,
  organizations: readonly OrganizationName[],
): Promise<ReadonlyMap<string, OrganizationTotals>> {
  const fetches = [];
  for (let from = 0; from < organizations.length; from += PROFILES_PER_FETCH) {
    const organizationIds = organizations.slice(from, from + PROFILES_PER_FETCH).map(({ id }) => id);
    const body = { organizationIds, expand: ['entitlements' as const] };
    fetches.push(csm.call('get-multiple-organization-profiles', { body }));
  }
  const profiles = (await Promise.all(fetches)).flatMap((answer) => answer.profiles);
  return new Map(profiles.map((profile) => [profile.id, totalsOf(profile)]));
}
