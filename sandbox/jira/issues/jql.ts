import type { Issue } from '../../csm/model';
import { badRequest } from '../../csm/refusal';
import { PROJECT } from './fields';

/** A query that was understood: which issues, and in which order. */
export interface Query {
  matches: (issue: Issue) => boolean;
  compare: (a: Issue, b: Issue) => number;
}

interface Clause {
  pattern: RegExp;
  test: (value: string, now: number) => Query['matches'];
}

const MINUTE_MS = 60_000;

/** A value stands in quotes, or is one word without them. */
const VALUE = String.raw`("(?:[^"\\]|\\.)*"|[^\s"()=!]+)`;

function clause(form: string, test: Clause['test']): Clause {
  const source = form.replace('VALUE', VALUE).replace(/ /g, String.raw`\s*`);
  return { pattern: new RegExp(`^${source}(?=\\s|$)`, 'i'), test };
}

const isOpen: Query['matches'] = ({ statusCategory }) => statusCategory !== 'done';
const isKey =
  (key: string): Query['matches'] =>
  (issue) =>
    issue.key === key.toUpperCase() || issue.id === key;

const clauses: readonly Clause[] = [
  clause('reporter = VALUE', (id) => (issue) => issue.reporterId === id),
  clause('project = VALUE', (name) => () => name.toUpperCase() === PROJECT.key || name === PROJECT.id),
  clause(
    'created >= "?-([0-9]+)m"?',
    (minutes, now) =>
      ({ createdAt }) =>
        createdAt >= now - Number(minutes) * MINUTE_MS,
  ),
  clause('statusCategory != (?:"?Done"?)', () => isOpen),
  clause(String.raw`resolution\s+is\s+EMPTY`, () => isOpen),
  clause('resolution = (?:Unresolved|EMPTY)', () => isOpen),
  clause('(?:key|issuekey|issue|id) != VALUE', (key) => (issue) => !isKey(key)(issue)),
];

const orders: Readonly<Record<string, (issue: Issue) => number>> = {
  created: ({ createdAt }) => createdAt,
  updated: ({ createdAt }) => createdAt,
  key: ({ id }) => Number(id),
};

/**
 * Reads the forms of JQL that the sandbox knows: `reporter = "…"`, `project = …`, `created >= -5m`, `statusCategory != Done`,
 * `resolution is EMPTY`, `key != …`, joined by AND; ORDER BY created, updated or key.
 * @throws Refusal 400 that says what of it the sandbox does not know.
 */
export function parseJql(jql: string, now: number): Query {
  const [conditions = '', order] = jql.split(/\border\s+by\b/i);
  const tests: Query['matches'][] = [];
  let rest = conditions.trim();
  while (rest !== '') {
    const read = readClause(rest, now);
    tests.push(read.test);
    rest = read.rest;
  }
  if (tests.length === 0) throw notEmulated(jql);
  return { matches: (issue) => tests.every((test) => test(issue)), compare: comparing(order) };
}

const notEmulated = (part: string): Error => badRequest(`The sandbox does not emulate this JQL: ${part.trim()}`);

function readClause(text: string, now: number): { test: Query['matches']; rest: string } {
  for (const { pattern, test } of clauses) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const after = text.slice(found[0].length).trim();
    const joined = /^AND\s+(?=\S)/i.exec(after);
    if (after !== '' && joined === null) throw notEmulated(after);
    return { test: test(unquoted(found[1] ?? ''), now), rest: after.slice(joined?.[0].length ?? 0) };
  }
  throw notEmulated(text);
}

const unquoted = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;

/** Without an order Jira gives the newest first. */
function comparing(order = 'created DESC'): Query['compare'] {
  const parts = order.split(',').map((part) => {
    const [name = '', direction = 'ASC', ...more] = part.trim().split(/\s+/);
    const of = Object.hasOwn(orders, name.toLowerCase()) ? orders[name.toLowerCase()] : undefined;
    if (of === undefined || more.length > 0 || !/^(asc|desc)$/i.test(direction)) throw notEmulated(`ORDER BY ${order}`);
    const sign = /^desc$/i.test(direction) ? -1 : 1;
    return (a: Issue, b: Issue) => sign * (of(a) - of(b));
  });
  return (a, b) => {
    for (const part of parts) {
      const difference = part(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
