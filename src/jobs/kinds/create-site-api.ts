import type { CsmClient } from '../../csm/client';
import type { JiraClient, JiraUser } from '../../jira/client';
import type { SiteApi } from './site-api';

/** The site as whoever the clients act for. */
export const createSiteApi = (csm: CsmClient, jira: JiraClient): SiteApi => ({
  csm,
  findCustomerByEmail: async (email) => mostLikely(await jira.findUsersByEmail(email)),
  addMembers: (organizationId, customerIds) => jira.addMembers(organizationId, customerIds),
  removeMembers: (organizationId, customerIds) => jira.removeMembers(organizationId, customerIds),
  createIssue: (project, summary, lines) => jira.createIssue(project, summary, lines),
});

/** An account that shows the address, before one that hides its own. */
const mostLikely = (users: JiraUser[]): string | undefined =>
  (users.find(({ email }) => email !== null) ?? users[0])?.accountId;
