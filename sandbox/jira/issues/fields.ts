import type { Issue, StatusCategory } from '../../csm/model';
import type { SiteState } from '../../csm/state';
import type { Caller } from '../../csm/users';
import { personView } from './people';

const REST = 'https://sandbox.example/rest/api/3';

/** The project of all issues. Its type is that of a Customer Service Management space. */
export const PROJECT = { id: '10000', key: 'CARE', name: 'Customer care', type: 'customer_service' } as const;
export const ISSUE_TYPE = { id: '10004', name: 'Support' } as const;

const statuses: Record<StatusCategory, { id: string; name: string; category: object }> = {
  new: { id: '10001', name: 'Open', category: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' } },
  indeterminate: {
    id: '3',
    name: 'In progress',
    category: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  },
  done: { id: '10002', name: 'Done', category: { id: 3, key: 'done', colorName: 'green', name: 'Done' } },
};

export const statusName = (category: StatusCategory): string => statuses[category].name;

/** Times as Jira prints them: with an offset that has no colon. */
const timeView = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

const documentOf = (text: string): object | null =>
  text === '' ? null : { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };

interface Seen {
  issue: Issue;
  state: SiteState;
  caller: Caller;
}

interface IssueField {
  name: string;
  view: (seen: Seen) => unknown;
}

const issueFields: Readonly<Record<string, IssueField>> = {
  summary: { name: 'Summary', view: ({ issue }) => issue.summary },
  description: { name: 'Description', view: ({ issue }) => documentOf(issue.description) },
  issuetype: {
    name: 'Issue Type',
    view: () => ({ self: `${REST}/issuetype/${ISSUE_TYPE.id}`, ...ISSUE_TYPE, subtask: false }),
  },
  project: {
    name: 'Project',
    view: () => {
      const { id, key, name, type } = PROJECT;
      return { self: `${REST}/project/${id}`, id, key, name, projectTypeKey: type, simplified: false };
    },
  },
  status: {
    name: 'Status',
    view: ({ issue }) => {
      const { id, name, category } = statuses[issue.statusCategory];
      return { self: `${REST}/status/${id}`, id, name, statusCategory: category };
    },
  },
  resolution: {
    name: 'Resolution',
    view: ({ issue }) =>
      issue.statusCategory === 'done' ? { self: `${REST}/resolution/10000`, id: '10000', name: 'Done' } : null,
  },
  reporter: {
    name: 'Reporter',
    view: ({ issue, state, caller }) =>
      issue.reporterId === null ? null : personView(state, caller, issue.reporterId),
  },
  created: { name: 'Created', view: ({ issue }) => timeView(issue.createdAt) },
  updated: { name: 'Updated', view: ({ issue }) => timeView(issue.createdAt) },
};

const EVERY_FIELD = new Set(['*all', '*navigable']);

/** The names of the fields that were asked for and that the site has; others are passed over, as Jira does. */
export function chosenFields(asked: readonly string[]): string[] {
  return Object.keys(issueFields).filter(
    (name) => (asked.includes(name) || asked.some((one) => EVERY_FIELD.has(one))) && !asked.includes(`-${name}`),
  );
}

/** An issue with the given fields; without any, its id, key and address. */
export function issueView(seen: Seen, fields: readonly string[]): object {
  const { id, key } = seen.issue;
  const shown = fields.map((name): [string, unknown] => [name, issueFields[name]?.view(seen)]);
  return {
    id,
    key,
    self: `${REST}/issue/${id}`,
    ...(fields.length > 0 && { fields: Object.fromEntries<unknown>(shown) }),
  };
}

/** What people call the fields, by their ids: the expansion `names`. */
export function fieldNames(fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((name) => [name, issueFields[name]?.name ?? name]));
}
