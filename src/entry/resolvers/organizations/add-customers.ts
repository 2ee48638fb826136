import type { Addition } from '../../../contract/organizations';
import { inParallel } from '../../../platform/in-parallel';
import { SiteError } from '../../../platform/http/site-error';
import type { Handler, Visit } from '../../define';
import { refusalOf } from '../../refuse';

/** Additions at once. Well under the burst limit of Jira Cloud's REST API (about 50 updates a second). */
const AT_ONCE = 5;

/**
 * Whoever is in the organization is left alone; all others are added with one request. Where the site refuses that, it
 * is asked for each of them: one whom it does not take would cost the others.
 */
export const addCustomers: Handler<'organizations.addCustomers'> = async ({ id, customerIds }, { csm, jira }) => {
  const wanted = [...new Set(customerIds)];
  const { profiles } = await csm.call('get-multiple-customer-profiles', { body: { customerIds: wanted } });
  const members = new Set(
    profiles.flatMap(({ customerId, organizations = [] }) =>
      organizations.some((organization) => organization.id === id) ? [customerId] : [],
    ),
  );
  const missing = wanted.filter((customerId) => !members.has(customerId));
  const errors = missing.length === 0 ? new Map<string, SiteError>() : await addTogether(jira, id, missing);
  return {
    additions: wanted.map((customerId): Addition => {
      if (members.has(customerId)) return { outcome: 'already', customerId };
      const error = errors.get(customerId);
      if (error === undefined) return { outcome: 'added', customerId };
      return { outcome: 'failed', customerId, error: refusalOf('organizations.addCustomers', error) };
    }),
  };
};

/** Why customers could not be added, by their ids. */
async function addTogether(jira: Visit['jira'], organizationId: string, customerIds: readonly string[]) {
  const errors = new Map<string, SiteError>();
  const together = await errorOf(jira.addMembers(organizationId, customerIds));
  if (together === null) return errors;
  if (!isOfOne(together) || customerIds.length === 1) return new Map(customerIds.map((each) => [each, together]));
  await inParallel(AT_ONCE, customerIds, async (customerId) => {
    const error = await errorOf(jira.addMembers(organizationId, [customerId]));
    if (error !== null) errors.set(customerId, error);
  });
  return errors;
}

/** Whether what the site says can be about one of several: an outage or a missing permission is about all. */
const isOfOne = ({ kind }: SiteError): boolean => kind === 'bad-request' || kind === 'not-found';

async function errorOf(adding: Promise<void>): Promise<SiteError | null> {
  try {
    await adding;
    return null;
  } catch (error) {
    if (error instanceof SiteError) return error;
    throw error;
  }
}
