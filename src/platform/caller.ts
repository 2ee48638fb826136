import { type APIResponse, type RequestInit, asUser, assumeTrustedRoute } from '@forge/api';

/**
 * On whose behalf the app calls the site: always a person's, as the CSM API supports no asApp() (its guide,
 * authentication). This is the only place that chooses a credential:
 * - `user`: the person in front of the page; only in a resolver.
 * - `impersonated`: the administrator who started or continued a job, in the background; the manifest allows it scope by scope.
 */
export type Caller = { as: 'user' } | { as: 'impersonated'; accountId: string };

/** A request to the site's Jira. `path` must be encoded already: every part of it that comes from outside. */
export type SiteRequest = (path: string, init: RequestInit) => Promise<APIResponse>;

/** Rejects with the platform's own errors (a missing consent, a blocked route) and with what the network throws. */
export function requestAs(caller: Caller): SiteRequest {
  const methods = caller.as === 'user' ? asUser() : asUser(caller.accountId);
  return (path, init) => methods.requestJira(assumeTrustedRoute(path), init);
}
