import type { MenuPerson, Person } from '../../contract/profile/views';
import { systemClock } from '../../platform/clock';
import { SiteError } from '../../platform/http/site-error';
import type { Visit } from '../define';
import { part } from '../part';
import type { ProfileHandler } from './handler';
import { personOf, readIssue, readParticipants } from './issue';
import { PATIENCE } from './patience';
import { Statements } from './statements';

/** Asked only when somebody opens the menu: three calls of the site that no look at the profile has to wait for. */
export const menu: ProfileHandler<'profile.menu'> = async ({ issueKey }, visit) => {
  const readAt = systemClock.now();
  const issue = await readIssue(visit, issueKey);
  const [statements, participants, isAdministrator] = await Promise.all([
    Statements.of(visit),
    part('profile.menu', readParticipants(visit, issue)),
    mayAdminister(visit),
  ]);
  const listed = (person: Person): MenuPerson => ({
    id: person.id,
    name: person.name,
    email: person.email,
    pass: statements.pass({ issueKey: issue.key, readAt, person }),
  });
  return {
    reporter: issue.reporter && listed(personOf(issue.reporter)),
    participants: participants.ok
      ? { ok: true, data: { ...participants.data, people: participants.data.people.map(listed) } }
      : participants,
    isAdministrator,
  };
};

/** A link is left out where the site does not say: the console itself asks again anyway. */
async function mayAdminister({ jira }: Visit): Promise<boolean> {
  try {
    return await jira.hasAdministerPermission(PATIENCE);
  } catch (error) {
    if (error instanceof SiteError) return false;
    throw error;
  }
}
