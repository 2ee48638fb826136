import type { FieldRule } from '../../contract/profile/settings';
import { tellLater } from '../../directory/tell-later';
import type { Visit } from '../define';
import { setDetail } from '../details/set-detail';
import { isDoubtful } from '../doubt';
import { Refusal } from '../refusal';
import type { ProfileHandler } from './handler';
import { readIssue, readParticipants } from './issue';
import { readProfileSettings } from './settings';

/** The issue is read again: what is written is worth more care than what is shown, and the page may be open for hours. */
export const set: ProfileHandler<'profile.set'> = async ({ issueKey, customerId, ...change }, visit) => {
  const [{ settings }] = await Promise.all([readProfileSettings(), refuseStrangers(visit, issueKey, customerId)]);
  refuseByRule(change.field, settings.customer);
  try {
    const values = await setDetail(visit.csm, { entity: 'customer', id: customerId }, change);
    await tellLater([{ entity: 'customer', id: customerId }]);
    return { values };
  } catch (error) {
    if (isDoubtful(error)) await tellLater([{ entity: 'customer', id: customerId }]);
    throw isGone(error) ? new Refusal('CONFLICT', error.message, 'Nothing was saved. Reload the customer.') : error;
  }
};

/** The customer or the field; the page has to tell it from an issue that is hidden by now. */
const isGone = (error: unknown): error is Refusal => error instanceof Refusal && error.code === 'NOT_FOUND';

/** @throws Refusal INVALID for a field that administrators have kept from issues, or from being edited there */
function refuseByRule(field: string, rules: readonly FieldRule[]): void {
  const rule = rules.find(({ name }) => name === field);
  const elsewhere = 'A Jira administrator can edit it in the CSM Console.';
  if (rule?.isShown === false) {
    throw new Refusal('INVALID', `An administrator chose not to show “${field}” on issues.`, elsewhere);
  }
  if (rule?.isReadOnly === true) {
    throw new Refusal('INVALID', `An administrator made “${field}” read-only on issues.`, elsewhere);
  }
}

/** @throws Refusal NOT_FOUND for an issue that the visitor may not see, INVALID for somebody who is not on it */
async function refuseStrangers(visit: Visit, issueKey: string, customerId: string): Promise<void> {
  const issue = await readIssue(visit, issueKey);
  if (issue.reporter?.accountId === customerId) return;
  const { people } = await readParticipants(visit, issue);
  if (people.some(({ id }) => id === customerId)) return;
  throw new Refusal(
    'INVALID',
    `That person is neither the reporter of ${issue.key} nor a participant.`,
    'Reload the page: the people on the issue may have changed.',
  );
}
