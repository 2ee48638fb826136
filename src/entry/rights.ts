import type { Authorise } from './define';

/** The console is for Jira administrators: every call asks the site, as the person who calls. */
export const administratorsOnly: Authorise = async ({ jira }) =>
  (await jira.hasAdministerPermission())
    ? null
    : {
        code: 'FORBIDDEN',
        message: 'The console is for people with the Administer Jira permission, which you do not have.',
        advice: 'Ask a Jira administrator of your site to grant it.',
      };
