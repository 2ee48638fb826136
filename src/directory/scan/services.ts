import { type CsmClient, createCsmClient } from '../../csm/client';
import { type JiraClient, createJiraClient } from '../../jira/client';
import { type Caller, requestAs } from '../../platform/caller';
import { type Clock, systemClock } from '../../platform/clock';
import { createSender } from '../../platform/http/sender';

/** What a step of a reading works with: the site as one person, and the time that the invocation has left. */
export interface ScanServices {
  csm: CsmClient;
  jira: JiraClient;
  clock: Clock;
  random: () => number;
  timeLeft: () => number;
}

/** @param deadline by when the invocation has to be done, in milliseconds since 1970 */
export function createScanServices(caller: Caller, deadline: number, clock: Clock = systemClock): ScanServices {
  const timeLeft = (): number => deadline - clock.now();
  const send = createSender({ transport: requestAs(caller), clock, random: Math.random, timeLeft });
  return { csm: createCsmClient(send), jira: createJiraClient(send), clock, random: Math.random, timeLeft };
}
