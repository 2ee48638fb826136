import { readOnlyFields } from '../../domain/profile/arrange';
import type { Visit } from '../define';
import { setDetail } from '../details/set-detail';
import { Refusal } from '../refusal';
import type { ProfileHandler } from './handler';
import { readIssue, readParticipants } from './issue';
import { readProfileSettings } from './settings';

/** The issue is read again: what is written is worth more care than what is shown, and the page may be open for hours. */
export const set: ProfileHandler<'profile.set'> = async ({ issueKey, customerId, field, values, seen }, visit) => {
  const [{ settings }] = await Promise.all([readProfileSettings(), refuseStrangers(visit, issueKey, customerId)]);
  if (readOnlyFields(settings.customer).includes(field)) {
    throw new Refusal(
      'INVALID',
      `An administrator has decided that “${field}” is not edited on issues.`,
      'A Jira administrator can edit it in the CSM Console.',
    );
  }
  return { values: await setDetail(visit.csm, { entity: 'customer', id: customerId }, { field, values, seen }) };
};

/** @throws Refusal NOT_FOUND for an issue that the visitor may not see, INVALID for somebody who is not on it */
async function refuseStrangers(visit: Visit, issueKey: string, customerId: string): Promise<void> {
  const { key, reporter } = await readIssue(visit, issueKey);
  if (reporter?.accountId === customerId) return;
  const { people } = await readParticipants(visit, key);
  if (people.some(({ id }) => id === customerId)) return;
  throw new Refusal(
    'INVALID',
    `That person is neither the reporter of ${key} nor takes part in it.`,
    'Reload the page: the people of the issue may have changed.',
  );
}
