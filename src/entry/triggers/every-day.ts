import { defaultSettings } from '../../domain/jobs/settings';
import { purge } from '../../jobs/retention';
import { systemClock } from '../../platform/clock';

/** Under the time-out of 300 s in manifest.yml. */
const RUN_MS = 240_000;

/** Deletes what is past its retention. */
export async function everyDay(): Promise<{ statusCode: number }> {
  await purge(defaultSettings, systemClock, systemClock.now() + RUN_MS);
  return { statusCode: 204 };
}
