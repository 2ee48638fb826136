import { APP_PATH } from '../app-path';

/** Which page of the product an address is of. */
export type Place = { kind: 'app' } | { kind: 'issue'; key: string } | { kind: 'issues'; jql: string | null };

const ISSUE = '/browse/';
export const ISSUES_PATH = '/issues/';

/** Whatever is no page of issues is the app's. */
export function placeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Place {
  if (pathname.startsWith(ISSUE)) return { kind: 'issue', key: decodeURIComponent(pathname.slice(ISSUE.length)) };
  if (pathname.startsWith(ISSUES_PATH)) return { kind: 'issues', jql: new URLSearchParams(search).get('jql') };
  return { kind: 'app' };
}

export const issuePath = (key: string): string => `${ISSUE}${encodeURIComponent(key)}`;
export const pagePath = (route: string): string => `${APP_PATH}/${route}`;
