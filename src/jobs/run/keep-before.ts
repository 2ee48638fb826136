import type { Before } from '../../domain/jobs/before';
import type { StepContext } from './context';
import { classify } from './failure';
import type { Progress } from './progress';
import { afterFailure } from './retry-policy';

/** Records of one transaction beside what was there before: the head, and the site's. Forge, key-value store limits. */
const LARGEST_COMMIT = 25;
/** Milliseconds that reading a batch can take beside the time to send it: a search for each of a hundred rows. */
const TIME_TO_READ_MS = 15_000;

/**
 * Reads what is there of the rows that the step is about to send, for a job that keeps it. It is committed with the intent
 * that names their batches: what is not kept is not sent, and what may have been sent is not read again. `before`: the
 * progress without the new intent.
 */
export async function keepBefore(planned: Progress, before: Progress, context: StepContext): Promise<Progress> {
  const { head } = planned;
  const isNew = before.head.intent === null && head.intent !== null;
  if (!head.keepsBefore || !isNew || head.intent === null) return planned;
  const befores = new Map<number, Before[]>();
  const most = LARGEST_COMMIT - 2 - before.records.size - before.lookUps.size - before.idsFound.size;
  let after = before.head;
  try {
    for (let batch = head.next; batch < Math.min(head.intent.to, head.next + most); batch += 1) {
      if (befores.size > 0 && !hasTime(context)) break;
      befores.set(batch, await context.readBefore(batch, before.lookUps));
    }
  } catch (error) {
    after = afterFailure(after, classify(error), context.services);
  }
  if (befores.size === 0) return { ...before, head: after };
  return { ...planned, head: { ...head, intent: { ...head.intent, to: head.next + befores.size } }, befores };
}

const hasTime = ({ services }: StepContext): boolean => services.timeLeft() > services.timeToSend + TIME_TO_READ_MS;
