import { type CsmClient, createCsmClient } from '../csm/client';
import { type JiraClient, createJiraClient } from '../jira/client';
import { requestAs } from '../platform/caller';
import type { Clock } from '../platform/clock';
import { createSender } from '../platform/http/sender';

/** The site as the administrator who owns a rule, within one invocation. */
export interface RuleSite {
  csm: CsmClient;
  jira: JiraClient;
  clock: Clock;
  /** Milliseconds that the invocation has left. */
  timeLeft(): number;
}

/** @param deadline when the invocation has to be done, in milliseconds since 1970 */
export function siteAs(accountId: string, deadline: number, clock: Clock): RuleSite {
  const timeLeft = (): number => deadline - clock.now();
  const transport = requestAs({ as: 'impersonated', accountId });
  const send = createSender({ transport, clock, random: Math.random, timeLeft });
  return { csm: createCsmClient(send), jira: createJiraClient(send), clock, timeLeft };
}
