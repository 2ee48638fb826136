import type { JobHead } from '../domain/jobs/head';
import { openShop } from '../jobs/open-shop';
import { readSettings } from '../jobs/settings';
import type { Shop } from '../jobs/shop';
import type { Caller } from '../platform/caller';
import { systemClock } from '../platform/clock';

/** Kept of a function's time-out for committing what a step found, in milliseconds. */
const RESERVE_MS = 15_000;

/**
 * Opens the shop of a job while nobody has its page open. It acts as the administrator who started the job, and may do
 * what that person may and no more; or as the app itself, where the settings say so.
 */
export async function inBackground(timeoutSeconds: number): Promise<(head: JobHead) => Shop> {
  const deadline = systemClock.now() + timeoutSeconds * 1000 - RESERVE_MS;
  const { settings } = await readSettings();
  return ({ startedBy: { accountId } }) => {
    const caller: Caller = settings.backgroundActor === 'app' ? { as: 'app' } : { as: 'impersonated', accountId };
    return openShop(caller, deadline, settings);
  };
}
