import type { CustomerQuery, CustomerSummary, FoundCustomers } from '../../../contract/customers';
import { SiteError } from '../../../platform/http/site-error';
import type { Handler, Visit } from '../../define';

/** Customers of one page of results; one request of the CSM API fetches as many profiles. */
const PAGE_SIZE = 25;

const nothing: FoundCustomers = { customers: [], total: null, hasMore: false, missing: [], others: 0 };

type Find<By extends CustomerQuery['by']> = (
  query: Extract<CustomerQuery, { by: By }>,
  page: number,
  visit: Visit,
) => Promise<FoundCustomers>;

export const find: Handler<'customers.find'> = ({ query, page }, visit) => {
  switch (query.by) {
    case 'id':
      return byId(query, page, visit);
    case 'person':
      return byPerson(query, page, visit);
    case 'details':
      return byDetails(query, page, visit);
    case 'organization':
      return byOrganization(query, page, visit);
  }
};

/** A single id is asked for by itself: several at once leave out what is not there, without a word. */
const byId: Find<'id'> = async ({ ids }, _page, { csm }) => {
  const wanted = [...new Set(ids)];
  const [only, ...more] = wanted;
  if (only === undefined) return nothing;
  const profiles = more.length === 0 ? await profileOf(csm, only) : await profilesOf(csm, wanted);
  const found = new Set(profiles.map(({ id }) => id));
  return {
    ...nothing,
    customers: profiles,
    total: profiles.length,
    missing: wanted.filter((id) => !found.has(id)),
  };
};

async function profileOf(csm: Visit['csm'], customerId: string): Promise<CustomerSummary[]> {
  try {
    return [summaryOf(await csm.call('get-customer-profile', { path: { customerId } }))];
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return [];
    throw error;
  }
}

async function profilesOf(csm: Visit['csm'], customerIds: string[]): Promise<CustomerSummary[]> {
  const { profiles } = await csm.call('get-multiple-customer-profiles', { body: { customerIds } });
  return profiles.map(summaryOf);
}

function summaryOf(profile: { customerId: string; displayName: string; email?: string | undefined }): CustomerSummary {
  return { id: profile.customerId, name: profile.displayName, email: profile.email ?? null };
}

/** The user search knows every account of the site: only those with a profile are customers. */
const byPerson: Find<'person'> = async ({ text }, page, { csm, jira }) => {
  const users = await jira.searchUsers(text, { start: page * PAGE_SIZE, limit: PAGE_SIZE });
  if (users.length === 0) return nothing;
  const profiles = await profilesOf(
    csm,
    users.map(({ accountId }) => accountId),
  );
  const emails = new Map(users.map(({ accountId, email }) => [accountId, email]));
  return {
    ...nothing,
    customers: profiles.map((profile) => ({ ...profile, email: profile.email ?? emails.get(profile.id) ?? null })),
    hasMore: users.length === PAGE_SIZE,
    others: users.length - profiles.length,
  };
};

const byDetails: Find<'details'> = async ({ conditions }, page, { csm }) => {
  const { customers = [], ...answer } = await csm.call('search-by-detail-field', {
    query: { page: page + 1, maxResults: PAGE_SIZE },
    body: { detailFields: conditions.map(({ field, value }) => ({ name: field, value })) },
  });
  const total = answer.total ?? null;
  return {
    ...nothing,
    customers: customers.map(({ id, name, email }) => ({ id, name, email: email ?? null })),
    total,
    hasMore: answer.isLast === undefined ? total !== null && (page + 1) * PAGE_SIZE < total : !answer.isLast,
  };
};

const byOrganization: Find<'organization'> = async ({ id }, page, { jira }) => {
  const { users, isLast } = await jira.listMembers(id, { start: page * PAGE_SIZE, limit: PAGE_SIZE });
  return {
    ...nothing,
    customers: users.map(({ accountId, displayName, email }) => ({ id: accountId, name: displayName, email })),
    hasMore: !isLast,
  };
};
