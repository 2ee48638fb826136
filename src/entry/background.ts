import type { JobHead } from '../domain/jobs/head';
import { openShop } from '../jobs/open-shop';
import type { Shop } from '../jobs/shop';
import { systemClock } from '../platform/clock';

/** Kept of a function's time-out for committing what a step found, in milliseconds. */
const RESERVE_MS = 15_000;

/** In the background a job acts as the administrator who started it: it may do what that person may, and no more. */
export function asStarter(timeoutSeconds: number): (head: JobHead) => Shop {
  const deadline = systemClock.now() + timeoutSeconds * 1000 - RESERVE_MS;
  return (head) => openShop({ as: 'impersonated', accountId: head.startedBy.accountId }, deadline);
}
