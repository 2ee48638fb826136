import type { Issue } from '../../csm/model';
import { Refusal as SiteRefusal } from '../../csm/refusal';
import type { SiteState } from '../../csm/state';
import { callerOf, type Caller } from '../../csm/users';
import { canSee, findIssue } from '../../jira/issues/access';
import { ISSUE_TYPE, PROJECT, statusName } from '../../jira/issues/fields';
import { parseJql } from '../../jira/issues/jql';
import { personView } from '../../jira/issues/people';
import { Refusal, sendJson } from './answers';
import type { Handler } from './handler';

const EVERY_ISSUE = `project = ${PROJECT.key}`;

/**
 * What the shell's own pages of issues show: `issue?as=<account id>&key=<key>`, `issues?as=<account id>&jql=<query>`.
 * The product's pages do not go through its API: faults that are set for the API do not hit them, nor are they in its log.
 */
export const issueRoutes: Handler = (request, response, { sandbox }, { pathname, searchParams }) => {
  if (request.method !== 'GET') throw new Refusal(405, 'The pages of the issues take GET only.');
  const accountId = searchParams.get('as') ?? '';
  const caller = callerOf({ accountId });
  if (caller === null) throw new Refusal(404, `The site has no user "${accountId}".`);
  const state = sandbox.site.state();
  const name = pathname.slice('/_sandbox/shown/'.length);
  if (name === 'issue') sendJson(response, 200, issueShown(state, caller, searchParams.get('key') ?? ''));
  else if (name === 'issues') sendJson(response, 200, issuesShown(state, caller, searchParams.get('jql')));
  else throw new Refusal(404, `The shell has no page of "${name}".`);
  return Promise.resolve();
};

function issueShown(state: SiteState, caller: Caller, key: string): object {
  const issue = findIssue(state, key);
  if (issue === undefined || !canSee(issue, caller))
    throw new Refusal(
      404,
      'You can’t view this issue. It may have been deleted, or you don’t have permission to view it.',
    );
  return view(state, caller, issue);
}

function issuesShown(state: SiteState, caller: Caller, jql: string | null): object {
  const { matches, compare } = queryOf(jql ?? EVERY_ISSUE);
  const found = [...state.issues.values()].filter((issue) => canSee(issue, caller) && matches(issue)).sort(compare);
  return { issues: found.map((issue) => view(state, caller, issue)) };
}

/** What the site says of a query that it does not know, the page says. */
function queryOf(jql: string): ReturnType<typeof parseJql> {
  try {
    return parseJql(jql, Date.now());
  } catch (error) {
    if (error instanceof SiteRefusal) throw new Refusal(error.status, error.message);
    throw error;
  }
}

function view(state: SiteState, caller: Caller, issue: Issue): object {
  const { id, key, summary, description, reporterId, statusCategory, createdAt } = issue;
  const reporter = reporterId === null ? null : personView(state, caller, reporterId);
  const status = { name: statusName(statusCategory), category: statusCategory };
  return { id, key, summary, description, reporter, status, createdAt, type: ISSUE_TYPE, project: PROJECT };
}
