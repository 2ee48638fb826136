import type { JiraClient } from './client';

/** The scope that each Jira call needs (Jira Cloud platform REST API v3); `npm run check` compares it to the manifest. */
export const jiraScopes = {
  hasAdministerPermission: 'read:permission:jira',
  findUsersByEmail: 'read:user:jira',
  getUser: 'read:user:jira',
} as const satisfies Record<keyof JiraClient, string>;
