/**
 * Where the pages of whichever app is run are in the emulated product, without a slash at its end: below it, the path is
 * the app's own. A site of Atlassian's has the ids of the app and of its environment there, which say less to people.
 */
export const APP_PATH = '/jira/settings/apps/csm-console';
