import type { MenuPerson, PersonView } from '../../contract/profile/views';
import { CallError, callErrorOf } from '../shared/call-error';
import type { Call } from './call';

/** Whom the issue names as its reporter; null where it names nobody. */
export const openReporter = async (call: Call, issueKey: string): Promise<PersonView | null> =>
  (await call('profile.open', { issueKey })).reporter;

/**
 * Somebody who was chosen from the menu, which may have been open for long: where what it gave for them is too old by
 * now, the issue is asked anew who is on it. Rejects with CallError, INVALID for somebody who is not any more.
 */
export async function openChosen(call: Call, issueKey: string, { id, name, pass }: MenuPerson): Promise<PersonView> {
  try {
    return await call('profile.person', { pass });
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'CONFLICT') throw error;
  }
  const { reporter, participants } = await call('profile.menu', { issueKey });
  const people = [...(reporter ? [reporter] : []), ...(participants.ok ? participants.data.people : [])];
  const again = people.find((person) => person.id === id);
  if (again !== undefined) return call('profile.person', { pass: again.pass });
  if (!participants.ok) throw callErrorOf(participants.error);
  throw new CallError('INVALID', `${name} is no longer on this issue.`, 'Choose someone else.');
}
