import type { Person } from '../../contract/profile/views';
import type { JiraIssue } from '../../jira/issues';
import type { JiraUser } from '../../jira/user';
import { SiteError } from '../../platform/http/site-error';
import type { Visit } from '../define';
import { Refusal } from '../refusal';
import { PATIENCE } from './patience';

/** Most people of an issue that are listed: one page of the site. */
const PARTICIPANTS_LISTED = 50;

export const personOf = ({ accountId, displayName, email, active }: JiraUser): Person => ({
  id: accountId,
  name: displayName,
  email,
  isActive: active,
});

/**
 * The issue as the person who looks may see it. Every way to a customer begins here, so that nobody sees a customer
 * through an issue that they may not see.
 * @throws Refusal NOT_FOUND where Jira does not show it to them
 */
export async function readIssue({ jira }: Visit, issueKey: string): Promise<JiraIssue> {
  try {
    return await jira.getIssue(issueKey, PATIENCE);
  } catch (error) {
    if (!isHidden(error)) throw error;
    throw new Refusal('NOT_FOUND', `You can’t view ${issueKey}, or it no longer exists.`);
  }
}

const isHidden = (error: unknown): boolean =>
  error instanceof SiteError && (error.kind === 'not-found' || error.kind === 'forbidden');

export interface Participants {
  people: Person[];
  hasMore: boolean;
}

/** Those who take part in a request beside its reporter. An issue that is no request has none. Rejects with SiteError. */
export async function readParticipants({ jira }: Visit, { key, reporter }: JiraIssue): Promise<Participants> {
  try {
    const page = { start: 0, limit: PARTICIPANTS_LISTED };
    const { users, isLast } = await jira.listParticipants(key, page, PATIENCE);
    const others = users.filter(({ accountId }) => accountId !== reporter?.accountId);
    return { people: others.map(personOf), hasMore: !isLast };
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return { people: [], hasMore: false };
    throw error;
  }
}
