import { type JobHead, ROWS_PER_LOOK_UP, batchCount, slotsOf } from '../../domain/jobs/head';
import type { StepContext } from './context';
import { classify } from './failure';
import type { Progress } from './progress';
import { afterFailure } from './retry-policy';
import type { Services } from './services';

/** Look-ups of one step: what it has found is lost with its process. */
const LOOK_UPS_PER_STEP = 3;
/** With less time left, the next step goes on: twenty searches take a second or two. */
const TIME_TO_LOOK_UP_MS = 8_000;

/**
 * Looks up what the rows name that are sent next, as far as that was not done. What it finds is committed with the head
 * before any of these rows is sent, so that a batch has the same body whoever sends it, however often.
 */
export async function lookUpNext(progress: Progress, context: StepContext): Promise<Progress> {
  const { services } = context;
  const lookUps = new Map(progress.lookUps);
  let { head } = progress;
  try {
    for (let done = 0; done < LOOK_UPS_PER_STEP && wantsMore(head, services); done += 1) {
      const first = head.lookedUp ?? 0;
      const count = Math.min(ROWS_PER_LOOK_UP, head.rows.accepted - first);
      lookUps.set(first / ROWS_PER_LOOK_UP, await context.lookUp(first, count));
      head = { ...head, lookedUp: first + count };
    }
    return { ...progress, head, lookUps };
  } catch (error) {
    return { ...progress, head: afterFailure(head, classify(error), services), lookUps };
  }
}

/** Whether rows of the batches that could be sent now have not been looked up. */
function wantsMore(head: JobHead, services: Services): boolean {
  const { lookedUp, rows, state, wait, intent, next, inFlight, batchSize } = head;
  if (lookedUp === null || state !== 'running' || intent !== null) return false;
  if ((wait?.until ?? 0) > services.clock.now() || services.timeLeft() < TIME_TO_LOOK_UP_MS) return false;
  const free = slotsOf(head, services.settings.taskSlots) - inFlight.length;
  const wanted = Math.min(batchCount(head), next + Math.max(1, free)) * batchSize;
  return lookedUp < Math.min(rows.accepted, wanted);
}
