import type { OrganizationName } from '../../../contract/customers';
import type { CsmClient } from '../../../csm/client';
import { fold } from '../../../domain/fold';
import { ORGANIZATIONS_PAGE_MAX } from '../../../jira/organizations';
import type { Handler } from '../../define';
import { withTotals } from './totals';

const PAGE_SIZE = 25;

/** Pages of 50 that one search reads: what it has time for on a slow site. */
const PAGES_SEARCHED = 10;

/** What can be an id; it can be a name all the same. */
const isId = (text: string): boolean => /^\d{1,15}$/.test(text);

export const list: Handler<'organizations.list'> = async ({ page }, { csm, jira }) => {
  const { organizations, isLast } = await jira.listOrganizations({ start: page * PAGE_SIZE, limit: PAGE_SIZE });
  return { organizations: await withTotals(csm, 'organizations.list', organizations), hasMore: !isLast };
};

export const find: Handler<'organizations.find'> = async ({ wanted }, { csm }) => {
  const byName = new Map(wanted.map((one) => [fold(one), one]));
  const each = [...byName.values()];
  const found = await fetchOrganizations(csm, { organizationNames: each, organizationIds: each.filter(isId) });
  const known = new Set(found.flatMap(({ id, name }) => [id, fold(name)]));
  return {
    organizations: await withTotals(csm, 'organizations.find', found),
    missing: each.filter((one) => !known.has(fold(one))),
  };
};

/** Those that are there, each once: what is not found is left out by the site without a word. */
export async function fetchOrganizations(
  csm: CsmClient,
  body: { organizationNames?: string[]; organizationIds?: string[] },
): Promise<OrganizationName[]> {
  const { organizations } = await csm.call('get-multiple-organizations', { body });
  const named = organizations.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name: name || id }]));
  return [...new Map(named.map((organization) => [organization.id, organization])).values()];
}

export const search: Handler<'organizations.search'> = async ({ words, start }, { jira }) => {
  const wanted = fold(words);
  const organizations: OrganizationName[] = [];
  let looked = 0;
  for (let page = 0; page < PAGES_SEARCHED; page += 1) {
    const read = await jira.listOrganizations({ start: start + looked, limit: ORGANIZATIONS_PAGE_MAX });
    organizations.push(...read.organizations.filter(({ name }) => fold(name).includes(wanted)));
    looked += read.organizations.length;
    if (read.isLast || read.organizations.length === 0) return { organizations, looked, next: null };
  }
  return { organizations, looked, next: start + looked };
};
