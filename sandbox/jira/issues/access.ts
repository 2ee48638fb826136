import type { Issue } from '../../csm/model';
import { notFound } from '../../csm/refusal';
import type { SiteState } from '../../csm/state';
import type { Caller } from '../../csm/users';
import type { JiraCall } from '../call';

/** Who is no agent may not browse the project; some issues are for administrators alone. */
export const canSee = (issue: Issue, { rights }: Pick<Caller, 'rights'>): boolean =>
  rights.includes('agent') && rights.includes(issue.visibleTo);

/** By id, or by key in any letter case. */
export const findIssue = ({ issues }: SiteState, idOrKey: string): Issue | undefined =>
  issues.get(idOrKey) ?? issues.find(idOrKey);

/**
 * The issue that the path of a call names.
 * @throws Refusal 404 where there is none or the caller may not see it: Jira does not tell which.
 */
export function issueOf({ site, caller, param }: JiraCall): Issue {
  const issue = findIssue(site.state, param);
  if (issue === undefined || !canSee(issue, caller))
    throw notFound('Issue does not exist or you do not have permission to see it.');
  return issue;
}
