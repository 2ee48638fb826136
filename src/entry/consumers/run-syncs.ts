import * as v from 'valibot';
import { createServices } from '../../jobs/run/create-services';
import { readSettings } from '../../jobs/store/settings';
import { systemClock } from '../../platform/clock';
import { log } from '../../platform/log';
import { driveSync } from '../../syncs/drive';

/** As in manifest.yml: a large delivery is read whole. */
const TIMEOUT_SECONDS = 900;
/** Kept for committing what was found, in milliseconds. */
const RESERVE_MS = 30_000;

const eventSchema = v.object({ body: v.object({ syncId: v.string() }) });

/** Takes a sync further, for each event of the queue. A fault is thrown on: the platform delivers the event again. */
export async function runSyncs(event: unknown): Promise<void> {
  const parsed = v.safeParse(eventSchema, event);
  if (!parsed.success) {
    log('event-unreadable');
    return;
  }
  const deadline = systemClock.now() + TIMEOUT_SECONDS * 1000 - RESERVE_MS;
  const { settings } = await readSettings();
  await driveSync(
    parsed.output.body.syncId,
    ({ owner }) =>
      createServices({
        caller: { as: 'impersonated', accountId: owner.accountId },
        ...{ deadline, settings, timeToSend: 0 },
      }),
    systemClock,
  );
}
