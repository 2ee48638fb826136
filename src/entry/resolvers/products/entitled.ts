import type { CsmClient } from '../../../csm/client';
import { ORGANIZATIONS_PAGE_MAX } from '../../../jira/organizations';
import type { Handler } from '../../define';

/** Most organization profiles of one fetch. CSM reference, get-multiple-organization-profiles. */
const PROFILES_PER_FETCH = 25;

interface Organization {
  id: string;
  name: string;
}

/** One page of the site's organizations, then their entitlements in two fetches at most. */
export const entitled: Handler<'products.entitled'> = async ({ id, start }, { csm, jira }) => {
  const { organizations, isLast } = await jira.listOrganizations({ start, limit: ORGANIZATIONS_PAGE_MAX });
  const fetches: Promise<Organization[]>[] = [];
  for (let from = 0; from < organizations.length; from += PROFILES_PER_FETCH) {
    fetches.push(holdersAmong(csm, organizations.slice(from, from + PROFILES_PER_FETCH), id));
  }
  const looked = organizations.length;
  return {
    organizations: (await Promise.all(fetches)).flat(),
    looked,
    next: isLast || looked === 0 ? null : start + looked,
  };
};

/** Those that are entitled to the product. One that was deleted meanwhile is left out by the site. */
async function holdersAmong(
  csm: CsmClient,
  organizations: readonly Organization[],
  productId: string,
): Promise<Organization[]> {
  const organizationIds = organizations.map(({ id }) => id);
  const { profiles } = await csm.call('get-multiple-organization-profiles', {
    body: { organizationIds, expand: ['entitlements'] },
  });
  return profiles
    .filter(({ entitlements }) => entitlements?.some(({ product }) => product?.id === productId) === true)
    .map(({ id, name }) => ({ id, name }));
}
