import * as v from 'valibot';
import { addressOf } from '../platform/http/address';
import { readBody } from '../platform/http/read-body';
import type { Send, SendOptions } from '../platform/http/sender';
import { getFromJira } from './get';
import type { PageRequest } from './organizations';
import { type JiraUser, userSchema } from './user';

const ISSUE = '/rest/api/3/issue/{issueKey}';
const SEARCH = '/rest/api/3/search/jql';
const PARTICIPANTS = '/rest/servicedeskapi/request/{issueKey}/participant';

const issueSchema = v.object({
  key: v.string(),
  fields: v.object({ reporter: v.optional(v.nullable(userSchema), null) }),
});

const summarySchema = v.object({ fields: v.object({ summary: v.optional(v.nullable(v.string()), null) }) });

const foundSchema = v.object({
  issues: v.array(
    v.object({
      key: v.string(),
      fields: v.object({
        summary: v.optional(v.nullable(v.string()), null),
        status: v.optional(v.nullable(v.object({ name: v.string() })), null),
      }),
    }),
  ),
  nextPageToken: v.optional(v.nullable(v.string()), null),
});

const participantsSchema = v.object({
  values: v.array(userSchema),
  isLastPage: v.optional(v.boolean(), true),
});

/** An issue with the person it came from: null where nobody is named. */
export interface JiraIssue {
  /** As the issue is called now: an issue that was moved still answers to its old keys. */
  key: string;
  reporter: JiraUser | null;
}

export interface FoundIssues {
  issues: { key: string; summary: string; status: string }[];
  hasMore: boolean;
}

/** The calls of Jira on issues. Every call rejects with SiteError and nothing else. */
export interface IssueCalls {
  /** Rejects with `not-found` where there is no such issue for the caller. Needs `read:jira-work`. */
  getIssue(issueKey: string, options?: SendOptions): Promise<JiraIssue>;
  /** Empty where the caller may not see that field. Rejects with `not-found` as getIssue does. Needs `read:jira-work`. */
  getSummary(issueKey: string, options?: SendOptions): Promise<string>;
  /** The first issues that a query finds and the caller may see; how many there are is not said. Needs `read:jira-work`. */
  searchIssues(jql: string, limit: number, options?: SendOptions): Promise<FoundIssues>;
  /**
   * Who takes part in a request beside its reporter. Rejects with `not-found` for an issue that is no request.
   * Needs `read:servicedesk-request`.
   */
  listParticipants(
    issueKey: string,
    page: PageRequest,
    options?: SendOptions,
  ): Promise<{ users: JiraUser[]; isLast: boolean }>;
}

export function createIssueCalls(send: Send): IssueCalls {
  return {
    async getIssue(issueKey, options) {
      const query = { fields: 'reporter' };
      const call = { operation: 'jira-get-issue', path: ISSUE, parameters: { issueKey }, query, schema: issueSchema };
      const { key, fields } = await getFromJira(send, call, options);
      return { key, reporter: fields.reporter };
    },
    async getSummary(issueKey, options) {
      const query = { fields: 'summary' };
      const call = {
        operation: 'jira-get-summary',
        path: ISSUE,
        parameters: { issueKey },
        query,
        schema: summarySchema,
      };
      const { fields } = await getFromJira(send, call, options);
      return fields.summary ?? '';
    },
    async searchIssues(jql, limit, options) {
      const operation = 'jira-search-issues';
      const body = { jql, maxResults: limit, fields: ['summary', 'status'] };
      const path = addressOf(operation, SEARCH, {});
      // It reads, although it is posted: Jira takes queries of any length in the body.
      const request = {
        operation,
        method: 'POST',
        path,
        headers: {},
        body,
        effect: 'none',
        expectsBody: true,
      } as const;
      const { issues, nextPageToken } = readBody(foundSchema, request, await send(request, options));
      return {
        issues: issues.map(({ key, fields: { summary, status } }) => ({
          key,
          summary: summary ?? key,
          status: status?.name ?? '',
        })),
        hasMore: nextPageToken !== null,
      };
    },
    async listParticipants(issueKey, { start, limit }, options) {
      const query = { start, limit };
      const call = { path: PARTICIPANTS, parameters: { issueKey }, query, schema: participantsSchema };
      const { values, isLastPage } = await getFromJira(send, { operation: 'jsm-list-participants', ...call }, options);
      return { users: values, isLast: isLastPage };
    },
  };
}
