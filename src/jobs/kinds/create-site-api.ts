import type { CsmClient } from '../../csm/client';
import type { JiraClient, JiraUser } from '../../jira/client';
import { summaryOf } from '../../jira/projects';
import type { SiteApi } from './site-api';

/** Issues of one person that are searched for one: nobody reports more within minutes. */
const ISSUES_SEARCHED = 50;

/** The site as whoever the clients act for. */
export const createSiteApi = (csm: CsmClient, jira: JiraClient): SiteApi => ({
  csm,
  findCustomerByEmail: async (email) => mostLikely(await jira.findUsersByEmail(email)),
  addMembers: (organizationId, customerIds) => jira.addMembers(organizationId, customerIds),
  removeMembers: (organizationId, customerIds) => jira.removeMembers(organizationId, customerIds),
  createIssue: (project, summary, lines) => jira.createIssue(project, summary, lines),
  findIssue: async (project, summary, { accountId, minutes }) => {
    const jql = `project = "${project}" AND reporter = "${accountId}" AND created >= -${minutes}m ORDER BY created DESC`;
    const { issues } = await jira.searchIssues(jql, ISSUES_SEARCHED);
    return issues.find((issue) => issue.summary === summaryOf(summary))?.key ?? null;
  },
});

/** An account that shows the address, before one that hides its own. */
const mostLikely = (users: JiraUser[]): string | undefined =>
  (users.find(({ email }) => email !== null) ?? users[0])?.accountId;
