import { purge } from '../../jobs/upkeep/retention';
import { readSettings } from '../../jobs/store/settings';
import { systemClock } from '../../platform/clock';

/** Under the time-out of 300 s in manifest.yml. */
const RUN_MS = 240_000;

/** Deletes what is past its retention. */
export async function everyDay(): Promise<{ statusCode: number }> {
  const deadline = systemClock.now() + RUN_MS;
  const { settings } = await readSettings();
  await purge(settings, systemClock, deadline);
  return { statusCode: 204 };
}
