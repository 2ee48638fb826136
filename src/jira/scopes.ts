import type { JiraClient } from './client';

/** The scope that each Jira call needs (Jira Cloud platform REST API v3, Jira Service Management reference); `npm run check` compares it to the manifest. */
export const jiraScopes = {
  hasAdministerPermission: 'read:permission:jira',
  findUsersByEmail: 'read:user:jira',
  searchUsers: 'read:user:jira',
  listUsers: 'read:user:jira',
  getUser: 'read:user:jira',
  listOrganizations: 'read:organization:jira-service-management',
  listMembers: 'read:organization.user:jira-service-management',
  addMembers: 'write:organization.user:jira-service-management',
  removeMembers: 'delete:organization.user:jira-service-management',
  getIssue: 'read:jira-work',
  getSummary: 'read:jira-work',
  searchIssues: 'read:jira-work',
  listParticipants: 'read:servicedesk-request',
  searchProjects: 'read:jira-work',
  createIssue: 'write:jira-work',
} as const satisfies Record<keyof JiraClient, string>;
