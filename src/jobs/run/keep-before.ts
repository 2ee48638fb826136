import type { Before } from '../../domain/jobs/before';
import type { StepContext } from './context';
import { classify } from './failure';
import type { Progress } from './progress';
import { afterFailure, recovered } from './retry-policy';

/** Records of one transaction beside what was there before: the head, and the site's. Forge, key-value store limits. */
const LARGEST_COMMIT = 25;
/** Milliseconds that reading a batch can take beside the time to send it: a search for each of a hundred rows. */
const TIME_TO_READ_MS = 15_000;

/** So long what steps have read of a batch counts for those after them, where something got in the way of the rest. */
const FRESH_MS = 60 * 60_000;

/**
 * Reads what is there of the rows that the step is about to send, for a job that keeps it. It is committed with the intent
 * that names their batches: what is not kept is not sent, and what may have been sent is not read again. Where something gets in
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
        after = { ...recovered(after), faults: 0 };
      }
      whole += 1;
    }
  } catch (error) {
    after = afterFailure(after, classify(error), context.services);
  }
  if (whole === 0) return { ...before, head: { ...after, keptSince: keptSince(befores, context) }, befores };
  befores.delete(head.next + whole);
  return { ...planned, head: { ...head, keptSince: null, intent: { ...head.intent, to: head.next + whole } }, befores };
}

/** What earlier steps have read of a batch, where that is no longer ago than it counts. */
async function keptOf(batch: number, context: StepContext): Promise<Before[]> {
  return batch === context.head.next && isFresh(context) ? context.readKept(batch) : [];
}

/** Since when some of the next batch is kept; null where nothing is. */
function keptSince(befores: Map<number, Before[]>, context: StepContext): number | null {
  const { head, services } = context;
  if ((befores.get(head.next)?.length ?? 0) === 0) return null;
  return isFresh(context) ? head.keptSince : services.clock.now();
}

const isFresh = ({ head, services }: StepContext): boolean =>
  head.keptSince !== null && services.clock.now() - head.keptSince <= FRESH_MS;

const hasTime = ({ services }: StepContext): boolean => services.timeLeft() > services.timeToSend + TIME_TO_READ_MS;
