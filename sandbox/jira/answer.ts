import { requireScopes, type Answer, type CsmRequest } from '../csm/answer';
import type { Emulation } from '../csm/call';
import { notFound, Refusal } from '../csm/refusal';
import { decodeSegment } from '../csm/router';
import type { JiraCall } from './call';
import { createIssue, issueTypes, searchProjects } from './issues/create';
import { getIssue } from './issues/get';
import { listParticipants } from './issues/participants';
import { searchIssues } from './issues/search';
import {
  addOrganizationUsers,
  listOrganizations,
  listOrganizationUsers,
  removeOrganizationUsers,
} from './organizations';
import { myPermissions } from './permissions';
import { listUsers, myself, searchUsers, userByAccountId } from './users';

interface JiraRoute {
  method: string;
  path: RegExp;
  /** All of them are needed. The granular scopes of the Jira and JSM references. */
  scopes: readonly string[];
  /** The one classic scope that does in place of them, where a call of the app may use it. */
  classicScope?: string;
  answer: (call: JiraCall) => object | undefined;
}

/** The calls the console makes beside the CSM API. */
const routes: readonly JiraRoute[] = [
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/mypermissions$/,
    scopes: ['read:permission:jira'],
    answer: myPermissions,
  },
  { method: 'GET', path: /^\/rest\/api\/3\/myself$/, scopes: ['read:user:jira'], answer: myself },
  { method: 'GET', path: /^\/rest\/api\/3\/user$/, scopes: ['read:user:jira'], answer: userByAccountId },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/search$/, scopes: ['read:user:jira'], answer: searchUsers },
  { method: 'GET', path: /^\/rest\/api\/3\/users\/search$/, scopes: ['read:user:jira'], answer: listUsers },
  {
    method: 'GET',
    path: /^\/rest\/servicedeskapi\/organization$/,
    scopes: ['read:organization:jira-service-management'],
    answer: listOrganizations,
  },
  {
    method: 'GET',
    path: /^\/rest\/servicedeskapi\/organization\/([^/]+)\/user$/,
    scopes: ['read:organization.user:jira-service-management'],
    answer: listOrganizationUsers,
  },
  {
    method: 'POST',
    path: /^\/rest\/servicedeskapi\/organization\/([^/]+)\/user$/,
    scopes: ['write:organization.user:jira-service-management'],
    answer: addOrganizationUsers,
  },
  {
    method: 'DELETE',
    path: /^\/rest\/servicedeskapi\/organization\/([^/]+)\/user$/,
    scopes: ['delete:organization.user:jira-service-management'],
    answer: removeOrganizationUsers,
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/issue\/([^/]+)$/,
    scopes: [
      'read:issue-meta:jira',
      'read:issue-security-level:jira',
      'read:issue.vote:jira',
      'read:issue.changelog:jira',
      'read:avatar:jira',
      'read:issue:jira',
      'read:status:jira',
      'read:user:jira',
      'read:field-configuration:jira',
    ],
    classicScope: 'read:jira-work',
    answer: getIssue,
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/project\/search$/,
    scopes: ['read:issue-type:jira', 'read:project:jira', 'read:project.property:jira', 'read:user:jira'],
    classicScope: 'read:jira-work',
    answer: searchProjects,
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/issue\/createmeta\/([^/]+)\/issuetypes$/,
    scopes: ['read:issue-meta:jira', 'read:avatar:jira', 'read:field-configuration:jira'],
    classicScope: 'read:jira-work',
    answer: issueTypes,
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/3\/issue$/,
    scopes: [
      'write:issue:jira',
      'write:comment:jira',
      'write:comment.property:jira',
      'write:attachment:jira',
      'read:issue:jira',
    ],
    classicScope: 'write:jira-work',
    answer: createIssue,
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/3\/search\/jql$/,
    scopes: [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ],
    classicScope: 'read:jira-work',
    answer: searchIssues,
  },
  {
    method: 'GET',
    path: /^\/rest\/servicedeskapi\/request\/([^/]+)\/participant$/,
    scopes: ['read:request.participant:jira-service-management', 'read:user:jira'],
    classicScope: 'read:servicedesk-request',
    answer: listParticipants,
  },
];

function checkScopes({ scopes, classicScope }: JiraRoute, held: CsmRequest['scopes']): void {
  if (classicScope === undefined || held?.has(classicScope) !== true) requireScopes(scopes, held);
}

/** @throws Refusal 404 for an unknown route, 405 for an unknown method, 401 for nobody, 400 for broken encoding; ScopeMismatch. */
export function answerJira(site: Emulation, request: CsmRequest): Answer {
  const candidates = routes.filter(({ path }) => path.test(request.path));
  if (candidates.length === 0) throw notFound('There is no such resource.');
  const route = candidates.find(({ method }) => method === request.method);
  if (route === undefined) throw new Refusal(405, `${request.method} is not allowed here.`);
  checkScopes(route, request.scopes);
  if (request.caller === null) throw new Refusal(401, 'You are not logged in.');
  const param = decodeSegment(route.path.exec(request.path)?.[1] ?? '');
  const { query, body, caller } = request;
  const answer = route.answer({ site, caller, query, body, param });
  return answer === undefined ? { status: 204 } : { status: 200, body: answer };
}
