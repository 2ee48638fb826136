import type { ProfileMenu } from '../../contract/profile/views';
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
  const { key, reporter } = await readIssue(visit, issueKey);
  const [statements, participants, isAdministrator] = await Promise.all([
    Statements.of(visit),
    part('profile.menu', readParticipants(visit, key)),
    mayAdminister(visit),
  ]);
  if (!participants.ok) return { people: participants, isAdministrator };
  const { people, hasMore } = participants.data;
  const reporters = reporter === null ? [] : [personOf(reporter)];
  const others = people.filter(({ id }) => id !== reporter?.accountId);
  const listed: Extract<ProfileMenu['people'], { ok: true }>['data']['people'] = [...reporters, ...others].map(
    (person) => ({
      id: person.id,
      name: person.name,
      isReporter: person.id === reporter?.accountId,
      pass: statements.pass({ issueKey: key, readAt, person }),
    }),
  );
  return { people: { ok: true, data: { people: listed, hasMore } }, isAdministrator };
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
