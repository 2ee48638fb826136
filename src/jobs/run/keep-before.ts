import type { Before } from '../../domain/jobs/before';
import type { StepContext } from './context';
import { classify } from './failure';
import type { Progress } from './progress';
import { afterFailure, recovered } from './retry-policy';

/** Records of one transaction beside what was there before: the head, and the site's. Forge, key-value store limits. */
const LARGEST_COMMIT = 25;
/** Milliseconds that reading a batch can take beside the time to send it: a search for each of a hundred rows. */
const TIME_TO_READ_MS = 15_000;

/** So long what a step has read counts for the next one, where the site got in the way of the rest. */
const FRESH_MS = 60 * 60_000;

/**
 * Reads what is there of the rows that the step is about to send, for a job that keeps it. It is committed with the intent
 * that names their batches: what is not kept is not sent, and what may have been sent is not read again. Where the site gets in
 * the way, what was read is committed alone, and the next step goes on behind it. `before`: the progress without the new intent.
 */
export async function keepBefore(planned: Progress, before: Progress, context: StepContext): Promise<Progress> {
  const { head } = planned;
  const isNew = before.head.intent === null && head.intent !== null;
  if (!head.keepsBefore || !isNew || head.intent === null) return planned;
  const most = LARGEST_COMMIT - 2 - before.records.size - before.lookUps.size - before.idsFound.size;
  const befores = new Map<number, Before[]>();
  let [after, whole] = [before.head, 0];
  try {
    for (let batch = head.next; batch < Math.min(head.intent.to, head.next + most); batch += 1) {
      if (whole > 0 && !hasTime(context)) break;
      const rows = await keptOf(batch, context);
      befores.set(batch, rows);
      for await (const some of context.readBefore(batch, rows.length, before.lookUps)) {
        rows.push(...some);
        after = recovered(after);
      }
      whole += 1;
    }
  } catch (error) {
    after = afterFailure(after, classify(error), context.services);
  }
  if (whole === 0) return { ...before, head: after, befores };
  befores.delete(head.next + whole);
  return { ...planned, head: { ...head, intent: { ...head.intent, to: head.next + whole } }, befores };
}

/** What an earlier step has read of a batch: for as long as the trouble lasts that kept it from the rest, and not for long. */
async function keptOf(batch: number, context: StepContext): Promise<Before[]> {
  const { head, services } = context;
  const isFresh = head.trouble !== null && services.clock.now() - head.trouble.since <= FRESH_MS;
  return isFresh ? context.readKept(batch) : [];
}

const hasTime = ({ services }: StepContext): boolean => services.timeLeft() > services.timeToSend + TIME_TO_READ_MS;
