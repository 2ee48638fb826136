import { foundDone } from '../../domain/jobs/account';
import { type Doubt, type InFlight, newDoubt } from '../../domain/jobs/head';
import type { Judgement } from '../../domain/jobs/judge';
import type { Batch } from '../kinds/kind';
import type { StepContext } from './context';
import { type PollResult, settled } from './poll-result';

/** Rows in doubt are read back twice: a new account can take minutes to appear in the search. */
const ROUNDS = 2;
const BETWEEN_ROUNDS_MS = 6 * 60_000;
/** Rows that one step reads back: each can take a search, and what a step found is lost when its process is. */
const ROWS_PER_STEP = 25;

type DoubtfulBatch = InFlight & { doubt: Doubt };

export const inDoubt = (inFlight: InFlight, why: string): DoubtfulBatch => ({
  ...inFlight,
  doubt: { ...newDoubt(why), ...inFlight.doubt, why },
});

/** Looks on the site for the next rows that `known` has no verdict for. Settles the batch after the last of them. */
export async function readBack(
  context: StepContext,
  inFlight: DoubtfulBatch,
  batch: Batch,
  known: Judgement,
): Promise<PollResult> {
  const { head, services } = context;
  const now = (): number => services.clock.now();
  // A new doubt is committed first: the searches are for a step of their own.
  const isNew = head.inFlight.every((one) => one.batch !== inFlight.batch || one.doubt === null);
  if (isNew) return { found: 'pending', batch: { ...inFlight, lookAt: now() } };
  const open = openRows(known, inFlight.doubt);
  const { done, missing, ids: shown, cutShortBy } = await batch.readBack(services.site, open.slice(0, ROWS_PER_STEP));
  const ids = await context.idsFound(inFlight.batch, shown);
  const seen = [...inFlight.doubt.seen, ...done];
  const asked = [...inFlight.doubt.asked, ...missing];
  const goOn = (lookAt: number, next: Partial<Doubt>): InFlight => {
    return { ...inFlight, lookAt, doubt: { ...inFlight.doubt, seen, asked, ...next } };
  };
  if (cutShortBy !== null) {
    return {
      found: 'failure',
      batch: goOn(now(), {}),
      error: cutShortBy,
      gotFurther: done.length + missing.length > 0,
      ids,
    };
  }
  if (open.length > ROWS_PER_STEP) return { found: 'pending', batch: goOn(now(), {}), ids };
  const looks = inFlight.doubt.looks + 1;
  if (asked.length > 0 && looks < ROUNDS) {
    return { found: 'pending', batch: goOn(now() + BETWEEN_ROUNDS_MS, { looks, asked: [] }), ids };
  }
  const judgement = known.map((verdict, row) => verdict ?? (seen.includes(row) ? foundDone : null));
  return settled(inFlight, judgement, inFlight.doubt.why, null, now(), ids);
}

/** The rows that this round has still to look for. */
function openRows(known: Judgement, { seen, asked }: Doubt): number[] {
  const done = new Set([...seen, ...asked]);
  return known.flatMap((verdict, row) => (verdict === null && !done.has(row) ? [row] : []));
}
