/** Where the app's pages are in the emulated product, without a slash at its end: below it, the path is the app's own. */
export const APP_PATH = '/jira/settings/apps/csm-console';
