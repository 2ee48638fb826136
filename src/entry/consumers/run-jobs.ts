import * as v from 'valibot';
import { stepEventSchema } from '../../jobs/run/chain';
import { driveEvent } from '../../jobs/run/drive';
import { log } from '../../platform/log';
import { wakeRuleOf } from '../../rules/drive';
import { wakeSyncOf } from '../../syncs/drive';
import { inBackground } from '../background';

/** As in manifest.yml. */
const TIMEOUT_SECONDS = 120;

const eventSchema = v.object({ body: stepEventSchema });

/**
 * Runs one step of a job for each event of the queue. A fault is thrown on: the platform delivers the event again.
 * An event that cannot be read is dropped, as it would be no more readable the next time.
 */
export async function runJobs(event: unknown): Promise<void> {
  const parsed = v.safeParse(eventSchema, event);
  if (!parsed.success) {
    log('event-unreadable');
    return;
  }
  await driveEvent(parsed.output.body, await inBackground(TIMEOUT_SECONDS));
  await wakeSyncOf(parsed.output.body.jobId);
  await wakeRuleOf(parsed.output.body.jobId);
}
