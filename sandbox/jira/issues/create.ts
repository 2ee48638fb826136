import * as v from 'valibot';
import { badRequest, notFound } from '../../csm/refusal';
import type { SiteState } from '../../csm/state';
import type { JiraCall } from '../call';

/** The one project of the sandbox: its issues begin with its key. */
export const PROJECT = { id: '10000', key: 'CARE', name: 'Customer care' } as const;
const TASK = { id: '10001', name: 'Task', subtask: false } as const;
const SUBTASK = { id: '10002', name: 'Sub-task', subtask: true } as const;
const MAX_SUMMARY = 255;

const bodySchema = v.object({
  fields: v.strictObject({
    project: v.object({ key: v.string() }),
    issuetype: v.object({ id: v.string() }),
    summary: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SUMMARY), v.regex(/^[^\n\r]*$/)),
    description: v.optional(v.object({ type: v.literal('doc'), version: v.literal(1), content: v.array(v.unknown()) })),
  }),
});

/** GET /rest/api/3/project/search: the projects that the caller may browse, by a part of the name or the key. */
export function searchProjects({ caller, query }: JiraCall): object {
  const text = (query.get('query') ?? '').toLowerCase();
  const matches = [PROJECT.key, PROJECT.name].some((one) => one.toLowerCase().includes(text));
  const values = caller.rights.includes('agent') && matches ? [PROJECT] : [];
  return { values, startAt: 0, maxResults: 50, total: values.length, isLast: true };
}

/** GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes. @throws Refusal 404 */
export function issueTypes({ caller, param }: JiraCall): object {
  if (!caller.rights.includes('agent') || (param !== PROJECT.key && param !== PROJECT.id))
    throw notFound(`No project could be found with key '${param}'.`);
  return { issueTypes: [SUBTASK, TASK], startAt: 0, maxResults: 50, total: 2 };
}

/** POST /rest/api/3/issue. @throws Refusal 400 for a body or a project that Jira refuses */
export function createIssue({ site: { state, now }, caller, body }: JiraCall): object {
  const parsed = v.safeParse(bodySchema, body === null ? null : JSON.parse(body));
  if (!parsed.success) throw badRequest(`${v.getDotPath(parsed.issues[0]) ?? 'body'}: ${parsed.issues[0].message}`);
  const { project, issuetype, summary, description } = parsed.output.fields;
  if (project.key !== PROJECT.key || !caller.rights.includes('agent'))
    throw badRequest('project: You cannot create issues in this project.');
  if (issuetype.id !== TASK.id) throw badRequest('issuetype: The issue type selected is invalid.');
  const key = `${PROJECT.key}-${nextNumber(state)}`;
  const id = String(20_000 + nextNumber(state));
  state.issues.add({
    ...{ id, key, summary, description: textOf(description?.content), reporterId: caller.accountId },
    ...{ participantIds: [], statusCategory: 'new', visibleTo: 'agent', createdAt: now() },
  });
  return { id, key, self: `https://sandbox.example/rest/api/3/issue/${id}` };
}

const nextNumber = ({ issues }: SiteState): number =>
  1 + Math.max(0, ...[...issues.values()].map(({ key }) => Number(/-(\d+)$/.exec(key)?.[1] ?? 0)));

/** The texts of a document, a paragraph a line. */
function textOf(content: readonly unknown[] = []): string {
  const paragraph = v.object({ content: v.array(v.object({ text: v.string() })) });
  return content
    .flatMap((one) => (v.is(paragraph, one) ? [one.content.map(({ text }) => text).join('')] : []))
    .join('\n');
}
