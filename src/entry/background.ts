import type { JobHead } from '../domain/jobs/head';
import { createServices } from '../jobs/run/create-services';
import { readSettings } from '../jobs/store/settings';
import type { ServicesFor } from '../jobs/run/services';
import type { Caller } from '../platform/caller';
import { systemClock } from '../platform/clock';

/** Kept of a function's time-out for committing what a step found, in milliseconds. */
const RESERVE_MS = 15_000;

/** A request may take up to its own time-out: with less time left, its answer could get lost with the process. */
const TIME_TO_SEND_MS = 20_000;

/**
 * Makes the services of a job while nobody has its page open. They act as the administrator who continued the job last, or
 * else started it, and may do what that person may and no more: the CSM API takes no requests of an app as itself.
 */
export async function inBackground(timeoutSeconds: number): Promise<ServicesFor> {
  const deadline = systemClock.now() + timeoutSeconds * 1000 - RESERVE_MS;
  const { settings } = await readSettings();
  return (head) => createServices({ caller: actorOf(head), deadline, settings, timeToSend: TIME_TO_SEND_MS });
}

function actorOf({ startedBy, actsAs }: JobHead): Caller {
  return { as: 'impersonated', accountId: actsAs ?? startedBy.accountId };
}
