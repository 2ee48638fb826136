import { reviveReading } from '../../directory/upkeep';
import { reviveStalled } from '../../jobs/upkeep/watch';
import { systemClock } from '../../platform/clock';
import { wakeRules } from '../../rules/drive';
import { wakeSyncs } from '../../syncs/drive';
import { inBackground } from '../background';

/** As in manifest.yml. */
const TIMEOUT_SECONDS = 120;

/** Checks the status of what should be moving, moves what has stalled, and begins what is due. */
export async function everyFiveMinutes(): Promise<{ statusCode: number }> {
  await wakeSyncs(systemClock);
  await wakeRules(systemClock);
  await reviveStalled(systemClock, await inBackground(TIMEOUT_SECONDS));
  await reviveReading(systemClock);
  return { statusCode: 204 };
}
