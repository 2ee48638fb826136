import * as v from 'valibot';
import { addressOf } from '../platform/http/address';
import { readBody } from '../platform/http/read-body';
import type { Send, SendOptions } from '../platform/http/sender';
import { getFromJira } from './get';

const PROJECTS = '/rest/api/3/project/search';
const ISSUE_TYPES = '/rest/api/3/issue/createmeta/{project}/issuetypes';
const ISSUE = '/rest/api/3/issue';
/** Projects that a search answers with: a person types until the right one is among them. */
const PROJECTS_FOUND = 20;
/** Characters of a summary (Jira Cloud platform REST API v3, "Create issue"). */
const MAX_SUMMARY = 255;

const projectSchema = v.object({ key: v.string(), name: v.string() });
const projectsSchema = v.object({ values: v.array(projectSchema) });
const typesSchema = v.object({
  issueTypes: v.array(v.object({ id: v.string(), subtask: v.optional(v.boolean(), false) })),
});
const createdSchema = v.object({ key: v.string() });

export type JiraProject = v.InferOutput<typeof projectSchema>;

/** The calls of Jira on projects. Every call rejects with SiteError and nothing else. */
export interface ProjectCalls {
  /** The first projects that the caller may browse, by a part of the name or the key. Needs `read:jira-work`. */
  searchProjects(text: string, options?: SendOptions): Promise<JiraProject[]>;
  /**
   * Creates an issue of the first type that the project has, a paragraph a line, and answers with its key. Needs
   * `read:jira-work` and `write:jira-work`. Rejects with `bad-request` or `not-found` where the caller may not create it.
   */
  createIssue(project: string, summary: string, lines: readonly string[]): Promise<string>;
}

export function createProjectCalls(send: Send): ProjectCalls {
  return {
    async searchProjects(text, options) {
      const query = { query: text, maxResults: PROJECTS_FOUND };
      const call = { operation: 'jira-search-projects', path: PROJECTS, query, schema: projectsSchema };
      return (await getFromJira(send, call, options)).values;
    },
    async createIssue(project, summary, lines) {
      const types = { operation: 'jira-issue-types', path: ISSUE_TYPES, parameters: { project }, schema: typesSchema };
      const { issueTypes } = await getFromJira(send, types, undefined);
      const type = issueTypes.find(({ subtask }) => !subtask);
      const operation = 'jira-create-issue';
      const fields = {
        project: { key: project },
        issuetype: { id: type?.id ?? '' },
        summary: summaryOf(summary),
        description: documentOf(lines),
      };
      const path = addressOf(operation, ISSUE, {});
      const body = { fields };
      const request = {
        operation,
        method: 'POST',
        path,
        headers: {},
        body,
        effect: 'write',
        expectsBody: true,
      } as const;
      return readBody(createdSchema, request, await send(request)).key;
    },
  };
}

/** A summary as an issue has it. */
export const summaryOf = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, MAX_SUMMARY).trim();

/** Lines as a document of Atlassian's (ADF), a paragraph each. */
const documentOf = (lines: readonly string[]) => ({
  type: 'doc',
  version: 1,
  content: lines
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
