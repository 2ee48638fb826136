import { reviveStalled } from '../../jobs/upkeep/watch';
import { systemClock } from '../../platform/clock';
import { inBackground } from '../background';

/** As in manifest.yml. */
const TIMEOUT_SECONDS = 120;

/** Checks the status of what should be moving, and moves what has stalled. */
export async function everyFiveMinutes(): Promise<{ statusCode: number }> {
  await reviveStalled(systemClock, await inBackground(TIMEOUT_SECONDS));
  return { statusCode: 204 };
}
