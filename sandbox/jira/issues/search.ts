import * as v from 'valibot';
import { badRequest } from '../../csm/refusal';
import type { JiraCall } from '../call';
import { canSee } from './access';
import { chosenFields, issueView } from './fields';
import { parseJql } from './jql';

/** Issues on a page, unless fewer or more are asked for. Jira reference, "Search for issues using JQL enhanced search". */
const PAGE = 50;
const PAGE_MAX = 5_000;

/** Strict: what else Jira takes, the sandbox does not emulate, and says so. */
const bodySchema = v.strictObject({
  jql: v.string(),
  fields: v.optional(v.array(v.string()), ['id']),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGE_MAX)), PAGE),
  nextPageToken: v.optional(v.string()),
});

/** A token tells where the next page begins, and belongs to its query. */
const tokenSchema = v.strictObject({ start: v.pipe(v.number(), v.integer(), v.minValue(1)), jql: v.string() });

/**
 * POST /rest/api/3/search/jql: the issues that the caller may see. There is no total; the last page has no token.
 * @throws Refusal 400 for a body, a query or a token that the sandbox does not know.
 */
export function searchIssues({ site, caller, body }: JiraCall): object {
  const { jql, fields, maxResults, nextPageToken } = read(bodySchema, body, 'The body of the search');
  const { matches, compare } = parseJql(jql, site.now());
  const start = nextPageToken === undefined ? 0 : startOf(nextPageToken, jql);
  const found = [...site.state.issues.values()]
    .filter((issue) => canSee(issue, caller) && matches(issue))
    .sort(compare);
  const end = start + maxResults;
  const shown = chosenFields(fields);
  const issues = found.slice(start, end).map((issue) => issueView({ issue, state: site.state, caller }, shown));
  if (end >= found.length) return { issues, isLast: true };
  return { issues, isLast: false, nextPageToken: tokenOf({ start: end, jql }) };
}

const tokenOf = (token: v.InferOutput<typeof tokenSchema>): string =>
  Buffer.from(JSON.stringify(token)).toString('base64url');

function startOf(text: string, jql: string): number {
  const token = read(tokenSchema, Buffer.from(text, 'base64url').toString(), 'nextPageToken');
  if (token.jql !== jql) throw badRequest('nextPageToken is the token of another query.');
  return token.start;
}

/** @throws Refusal 400 that names the first thing that is wrong */
function read<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string | null,
  what: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseJson(text ?? '', what));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw badRequest(`${what}: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`);
  }
}
