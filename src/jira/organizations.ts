import * as v from 'valibot';
import { addressOf } from '../platform/http/address';
import type { Send, SendOptions } from '../platform/http/sender';
import { getFromJira } from './get';
import { type JiraUser, userSchema } from './user';

/** Most entries of one page (Jira Service Management reference, organizations). */
export const ORGANIZATIONS_PAGE_MAX = 50;

const ORGANIZATIONS = '/rest/servicedeskapi/organization';
const MEMBERS = `${ORGANIZATIONS}/{organizationId}/user`;

const organization = v.object({ id: v.string(), name: v.string() });
const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ values: v.array(item), isLastPage: v.optional(v.boolean(), true) });

/** Where a page begins, counted from 0, and how many entries it holds: at most `ORGANIZATIONS_PAGE_MAX`. */
export interface PageRequest {
  start: number;
  limit: number;
}

/** The calls of Jira Service Management on organizations. Every call rejects with SiteError and nothing else. */
export interface OrganizationCalls {
  /** The organizations of the site. How many there are is not said. Needs `read:organization:jira-service-management`. */
  listOrganizations(
    page: PageRequest,
    options?: SendOptions,
  ): Promise<{ organizations: { id: string; name: string }[]; isLast: boolean }>;
  /** The customers in an organization. Needs `read:organization.user:jira-service-management`. */
  listMembers(
    organizationId: string,
    page: PageRequest,
    options?: SendOptions,
  ): Promise<{ users: JiraUser[]; isLast: boolean }>;
  /**
   * Puts customers into an organization; those in it already stay. The CSM API does it in bulk tasks alone.
   * Needs `write:organization.user:jira-service-management`.
   */
  addMembers(organizationId: string, accountIds: readonly string[], options?: SendOptions): Promise<void>;
  /**
   * Takes customers out of an organization; those not in it are passed over. Nothing in the CSM API does it.
   * Needs `delete:organization.user:jira-service-management`.
   */
  removeMembers(organizationId: string, accountIds: readonly string[], options?: SendOptions): Promise<void>;
}

export function createOrganizationCalls(send: Send): OrganizationCalls {
  async function change(
    method: 'POST' | 'DELETE',
    operation: string,
    organizationId: string,
    accountIds: readonly string[],
    options: SendOptions | undefined,
  ): Promise<void> {
    const path = addressOf(operation, MEMBERS, { organizationId });
    const effect = 'write';
    await send({ operation, method, path, headers: {}, body: { accountIds }, effect, expectsBody: false }, options);
  }

  return {
    async listOrganizations({ start, limit }, options) {
      const operation = 'jsm-list-organizations';
      const call = { operation, path: ORGANIZATIONS, query: { start, limit }, schema: pageOf(organization) };
      const { values, isLastPage } = await getFromJira(send, call, options);
      return { organizations: values, isLast: isLastPage };
    },
    async listMembers(organizationId, { start, limit }, options) {
      const call = {
        path: MEMBERS,
        parameters: { organizationId },
        query: { start, limit },
        schema: pageOf(userSchema),
      };
      const { values, isLastPage } = await getFromJira(send, { operation: 'jsm-list-members', ...call }, options);
      return { users: values, isLast: isLastPage };
    },
    addMembers: (organizationId, accountIds, options) =>
      change('POST', 'jsm-add-members', organizationId, accountIds, options),
    removeMembers: (organizationId, accountIds, options) =>
      change('DELETE', 'jsm-remove-members', organizationId, accountIds, options),
  };
}
