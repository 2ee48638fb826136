import * as v from 'valibot';
import { addressOf } from '../platform/http/address';
import { readBody } from '../platform/http/read-body';
import type { Send, SendOptions } from '../platform/http/sender';

/** Most accounts one search answers with (Jira Cloud platform REST API v3, "Find users"). */
const MAX_USERS_FOUND = 50;

const permissions = v.object({ permissions: v.object({ ADMINISTER: v.object({ havePermission: v.boolean() }) }) });

const user = v.pipe(
  v.object({
    accountId: v.string(),
    displayName: v.optional(v.nullable(v.string())),
    /** People can hide it: then it is absent or empty. */
    emailAddress: v.optional(v.nullable(v.string())),
    active: v.optional(v.boolean(), true),
    accountType: v.optional(v.nullable(v.string())),
  }),
  v.transform(({ accountId, displayName, emailAddress, active, accountType }) => ({
    accountId,
    displayName: displayName ?? '',
    email: emailAddress ? emailAddress : null,
    active,
    /** `atlassian`, `customer` (portal-only) or `app`; null when Jira does not say. */
    accountType: accountType ?? null,
  })),
);

export type JiraUser = v.InferOutput<typeof user>;

/** The few calls of Jira beside the CSM API. Every call rejects with SiteError and nothing else. */
export interface JiraClient {
  /** Whether the caller is a Jira administrator. Needs `read:permission:jira`. */
  hasAdministerPermission(options?: SendOptions): Promise<boolean>;
  /**
   * The accounts that can be the one with this address: those that show it, in any letter case, and those that hide
   * theirs (`email` null), which the search finds by it all the same. A new account can take minutes to appear.
   * Needs `read:user:jira`.
   */
  findUsersByEmail(email: string, options?: SendOptions): Promise<JiraUser[]>;
  /** Rejects with `not-found` when there is no such account. Needs `read:user:jira`. */
  getUser(accountId: string, options?: SendOptions): Promise<JiraUser>;
}

/** Jira as the caller that `send` acts for. */
export function createJiraClient(send: Send): JiraClient {
  async function get<Schema extends v.GenericSchema>(
    schema: Schema,
    operation: string,
    path: string,
    query: Record<string, string | number>,
    options: SendOptions | undefined,
  ): Promise<v.InferOutput<Schema>> {
    const request = {
      operation,
      method: 'GET',
      path: addressOf(operation, path, {}, query),
      headers: {},
      effect: 'none',
      expectsBody: true,
    } as const;
    return readBody(schema, request, await send(request, options));
  }

  return {
    async hasAdministerPermission(options) {
      const query = { permissions: 'ADMINISTER' };
      const answer = await get(permissions, 'jira-my-permissions', '/rest/api/3/mypermissions', query, options);
      return answer.permissions.ADMINISTER.havePermission;
    },
    async findUsersByEmail(email, options) {
      const query = { query: email, maxResults: MAX_USERS_FOUND };
      const found = await get(v.array(user), 'jira-find-users', '/rest/api/3/user/search', query, options);
      return found.filter((one) => one.email === null || one.email.toLowerCase() === email.trim().toLowerCase());
    },
    getUser: (accountId, options) => get(user, 'jira-get-user', '/rest/api/3/user', { accountId }, options),
  };
}
