import type { FieldRule } from '../../contract/profile/settings';
import type { Visit } from '../define';
import { setDetail } from '../details/set-detail';
import { Refusal } from '../refusal';
import type { ProfileHandler } from './handler';
import { readIssue, readParticipants } from './issue';
import { readProfileSettings } from './settings';

/** The issue is read again: what is written is worth more care than what is shown, and the page may be open for hours. */
export const set: ProfileHandler<'profile.set'> = async ({ issueKey, customerId, field, values, seen }, visit) => {
  const [{ settings }] = await Promise.all([readProfileSettings(), refuseStrangers(visit, issueKey, customerId)]);
  refuseByRule(field, settings.customer);
  return { values: await setDetail(visit.csm, { entity: 'customer', id: customerId }, { field, values, seen }) };
};

/** @throws Refusal INVALID for a field that administrators have kept from issues, or from being edited there */
function refuseByRule(field: string, rules: readonly FieldRule[]): void {
  const rule = rules.find(({ name }) => name === field);
  const elsewhere = 'A Jira administrator can edit it in the CSM Console.';
  if (rule?.isShown === false) {
    throw new Refusal('INVALID', `An administrator has decided that “${field}” is not shown on issues.`, elsewhere);
  }
  if (rule?.isReadOnly === true) {
    throw new Refusal('INVALID', `An administrator has decided that “${field}” is not edited on issues.`, elsewhere);
  }
}

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
