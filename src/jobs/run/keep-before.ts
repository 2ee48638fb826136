import type { Before } from '../../domain/jobs/before';
import { rowsOfBatch } from '../../domain/jobs/head';
import type { StepContext } from './context';
import { classify } from './failure';
import { type Progress, noProgress } from './progress';
import { afterFailure, recovered } from './retry-policy';

/** Records of one transaction beside what was there before: the head, and the site's. Forge, key-value store limits. */
const LARGEST_COMMIT = 25;
/** Milliseconds that reading a batch can take beside the time to send it: a search for each of a hundred rows. */
const TIME_TO_READ_MS = 15_000;
/** What takes so many calls of the site is committed before more is read: a lost process costs little more than them. */
const CALLS_OF_A_PORTION = 20;

/** So long what steps have read of a batch counts for those after them, where something got in the way of the rest. */
const FRESH_MS = 60 * 60_000;

/** Commits what a step has found out so far. False where somebody else has moved the job on: then the step is over. */
type CommitSoFar = (progress: Progress) => Promise<boolean>;

/**
 * Reads what is there of the rows that the step is about to send, for a job that keeps it. It is committed with the intent
 * that names their batches: what is not kept is not sent, and what may have been sent is not read again. A batch that takes
 * many calls is committed in portions and goes alone; where something gets in the way, the next step goes on behind them.
 * `before`: the progress without the new intent. Null where the step is over.
 */
export async function keepBefore(
  planned: Progress,
  before: Progress,
  context: StepContext,
  commitSoFar: CommitSoFar,
): Promise<Progress | null> {
  const { services } = context;
  const { intent, keepsBefore, next } = planned.head;
  if (!keepsBefore || before.head.intent !== null || intent === null) return planned;
  const most = LARGEST_COMMIT - 2 - before.records.size - before.lookUps.size - before.idsFound.size;
  const kept = await keptOfNext(context);
  const befores = new Map<number, Before[]>();
  let [found, whole, calls, goesAlone] = [before, 0, services.calls(), kept.rows.length > 0];
  const takesMany = (): boolean => services.calls() - calls >= CALLS_OF_A_PORTION;
  const soFar = (): Progress => ({ ...found, head: { ...found.head, keptSince: kept.since }, befores });
  try {
    for (let batch = next; batch < Math.min(intent.to, next + most); batch += 1) {
      if (whole > 0 && (goesAlone || takesMany() || !hasTime(context))) break;
      const rows = batch === next ? kept.rows : [];
      for await (const some of context.readBefore(batch, rows.length, before.lookUps)) {
        rows.push(...some);
        befores.set(batch, rows);
        found = { ...found, head: { ...recovered(found.head), faults: 0 } };
        if (!takesMany() || rows.length >= rowsOfBatch(context.head, batch)) continue;
        if (!(await commitSoFar(soFar()))) return null;
        [found, calls, goesAlone] = [noProgress(soFar().head), services.calls(), true];
      }
      whole += 1;
    }
  } catch (error) {
    found = { ...found, head: afterFailure(found.head, classify(error), services) };
  }
  if (whole === 0) return kept.rows.length === 0 ? found : soFar();
  befores.delete(next + whole);
  return { ...found, head: { ...planned.head, keptSince: null, intent: { ...intent, to: next + whole } }, befores };
}

/** What earlier steps have read of the next batch, and since when; nothing where that was longer ago than it counts. */
async function keptOfNext(context: StepContext): Promise<{ since: number; rows: Before[] }> {
  const { head, services } = context;
  const now = services.clock.now();
  const isFresh = head.keptSince !== null && now - head.keptSince <= FRESH_MS;
  return isFresh ? { since: head.keptSince ?? now, rows: await context.readKept(head.next) } : { since: now, rows: [] };
}

const hasTime = ({ services }: StepContext): boolean => services.timeLeft() > services.timeToSend + TIME_TO_READ_MS;
