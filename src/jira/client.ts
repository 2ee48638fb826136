import * as v from 'valibot';
import type { Send, SendOptions } from '../platform/http/sender';
import { getFromJira } from './get';
import { type IssueCalls, createIssueCalls } from './issues';
import { type OrganizationCalls, type PageRequest, createOrganizationCalls } from './organizations';
import { type ProjectCalls, createProjectCalls } from './projects';
import { type JiraUser, userSchema } from './user';

/** Most accounts one search answers with (Jira Cloud platform REST API v3, "Find users"). */
const MAX_USERS_FOUND = 50;

const permissions = v.object({ permissions: v.object({ ADMINISTER: v.object({ havePermission: v.boolean() }) }) });

export type { JiraUser } from './user';

/** The few calls of Jira beside the CSM API. Every call rejects with SiteError and nothing else. */
export interface JiraClient extends OrganizationCalls, IssueCalls, ProjectCalls {
  /** Whether the caller is a Jira administrator. Needs `read:permission:jira`. */
  hasAdministerPermission(options?: SendOptions): Promise<boolean>;
  /**
   * The accounts that can be the one with this address: those that show it, in any letter case, and those that hide
   * theirs (`email` null), which the search finds by it all the same. A new account can take minutes to appear.
   * Needs `read:user:jira`.
   */
  findUsersByEmail(email: string, options?: SendOptions): Promise<JiraUser[]>;
  /**
   * One page of the accounts, of whatever kind, whose e-mail address, or a word of whose name, begins with the text.
   * Only the first 1,000 of them can be reached; a new account can take minutes to appear. Needs `read:user:jira`.
   */
  searchUsers(text: string, page: PageRequest, options?: SendOptions): Promise<JiraUser[]>;
  /**
   * One page of all accounts of the site, of whatever kind, inactive ones and apps among them; at most 1,000. A page can be
   * short, as accounts that the caller may not see are left out of it: only one without any is behind the last.
   * Rejects with `forbidden` without the Browse users and groups permission. Needs `read:user:jira`.
   */
  listUsers(page: PageRequest, options?: SendOptions): Promise<JiraUser[]>;
  /** Rejects with `not-found` when there is no such account. Needs `read:user:jira`. */
  getUser(accountId: string, options?: SendOptions): Promise<JiraUser>;
}

/** Jira as the caller that `send` acts for. */
export function createJiraClient(send: Send): JiraClient {
  return {
    async hasAdministerPermission(options) {
      const query = { permissions: 'ADMINISTER' };
      const call = { operation: 'jira-my-permissions', path: '/rest/api/3/mypermissions', query, schema: permissions };
      const answer = await getFromJira(send, call, options);
      return answer.permissions.ADMINISTER.havePermission;
    },
    async findUsersByEmail(email, options) {
      const query = { query: email, maxResults: MAX_USERS_FOUND };
      const schema = v.array(userSchema);
      const call = { operation: 'jira-find-users', path: '/rest/api/3/user/search', query, schema };
      const found = await getFromJira(send, call, options);
      return found.filter((one) => one.email === null || one.email.toLowerCase() === email.trim().toLowerCase());
    },
    searchUsers: (text, { start, limit }, options) => {
      const query = { query: text, startAt: start, maxResults: limit };
      const call = { operation: 'jira-search-users', path: '/rest/api/3/user/search', query };
      return getFromJira(send, { ...call, schema: v.array(userSchema) }, options);
    },
    listUsers: ({ start, limit }, options) => {
      const query = { startAt: start, maxResults: limit };
      const call = { operation: 'jira-list-users', path: '/rest/api/3/users/search', query };
      return getFromJira(send, { ...call, schema: v.array(userSchema) }, options);
    },
    getUser: (accountId, options) => {
      const call = { operation: 'jira-get-user', path: '/rest/api/3/user', query: { accountId }, schema: userSchema };
      return getFromJira(send, call, options);
    },
    ...createOrganizationCalls(send),
    ...createIssueCalls(send),
    ...createProjectCalls(send),
  };
}
