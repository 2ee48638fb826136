import type { Authorise } from './define';

/** The console is for Jira administrators: every call asks the site, as the person who calls. */
export const administratorsOnly: Authorise = async ({ jira }) =>
  (await jira.hasAdministerPermission())
    ? null
    : {
        code: 'FORBIDDEN',
        message: 'The console is only for people with the Administer Jira permission, which you don’t have.',
        advice: 'Ask a Jira administrator to grant it.',
      };
