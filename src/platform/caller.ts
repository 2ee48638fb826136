import { asUser, assumeTrustedRoute } from '@forge/api';
import { isFormer } from '../domain/people';
import type { Transport } from './http/request';

/**
 * On whose behalf the app calls the site: always a person's, as the CSM API supports no asApp() (its guide,
 * authentication). This is the only place that chooses a credential:
 * - `user`: the person in front of the page; only in a resolver.
 * - `impersonated`: the administrator who started or continued a job, in the background; the manifest allows it scope by scope.
 */
export type Caller = { as: 'user' } | { as: 'impersonated'; accountId: string };

/** What the site would say to somebody who is no more, without asking it. */
const CLOSED = 'The Atlassian account that this acts as was closed.';
const refuseFormer: Transport = () =>
  Promise.resolve({
    status: 403,
    headers: new Headers(),
    text: () => Promise.resolve(JSON.stringify({ errorMessage: CLOSED })),
  });

/**
 * Sends requests to the site's Jira. The path must be encoded already: every part of it that comes from outside. Rejects
 * with the platform's own errors (a missing consent, a blocked route) and with what the network throws. Whoever has closed
 * their account may do nothing.
 */
export function requestAs(caller: Caller): Transport {
  if (caller.as === 'impersonated' && isFormer(caller.accountId)) return refuseFormer;
  const methods = caller.as === 'user' ? asUser() : asUser(caller.accountId);
  return (path, init) => methods.requestJira(assumeTrustedRoute(path), init);
}
