import type { Verdict } from '../../domain/jobs/account';
import { type InFlight, type JobHead, type Verification, batchCount, rowsOfBatch } from '../../domain/jobs/head';
import type { Lack } from '../../domain/kinds/kind';
import type { ReadBack } from '../kinds/half';
import type { Batch } from '../kinds/kind';
import { DamagedError } from '../store/damaged';
import type { StepContext } from './context';
import { classify } from './failure';
import { type Ids, type PollResult, settled } from './poll-result';

/*
 * A site has been seen to end tasks well and to ignore the organizations in them. So its word is checked: the first batch
 * of a job is read back whole, of later ones a few rows. Before the first was, no other batch is settled.
 */

/** Every so many batches, and at the last one, some rows are looked up: each costs a search, in all 0.06 requests a batch. */
const SAMPLE_EVERY = 100;
const SAMPLE_ROWS = 5;
/** Rows of one look: what it found is recorded before the next, so that a lost process costs a quarter of a batch. */
const ROWS_PER_LOOK = 25;
/** A site can show a change some moments after its task has ended. */
const BEFORE_SECOND_ROUND_MS = 60_000;
/** With less time left, a batch is not read back: the next step has more. A hundred searches take some seconds. */
const TIME_TO_VERIFY_MS = 15_000;
/** The site may get in the way so often. Then its word stands: looking it over must not hold the job for ever. */
const MAX_TRIES = 10;

type Lacking = Verification['lacking'][number];

/** Settles a batch whose task has ended, by the task's word and by what the site shows of the rows looked up. */
export async function verify(
  context: StepContext,
  polled: InFlight,
  verdicts: readonly Verdict[],
  taskMs: number | null,
): Promise<PollResult> {
  const { head, services } = context;
  const now = services.clock.now();
  const first = batchToVerify(head);
  if (!head.verified && first !== undefined && first.batch !== polled.batch)
    return { found: 'pending', batch: { ...polled, lookAt: Math.max(now + 1_000, first.lookAt + 1) } };
  const state = polled.verification ?? begin(head, polled.batch, verdicts);
  const batch = state !== null || head.ignoredParts.length > 0 ? await loadReadable(context, polled.batch) : null;
  if (batch === null) return settled(polled, [...verdicts], '', taskMs, now);
  if (state === null) return settled(polled, withIgnored(verdicts, batch, head.ignoredParts), '', taskMs, now);
  const looked = await look(context, polled, batch, state);
  if ('found' in looked) return looked;
  const { after, ids } = looked;
  if (after.round === 1 && after.lacking.length > 0) {
    const verification = { ...after, round: 2, open: after.lacking.map(([row]) => row), lacking: [] };
    return { found: 'pending', batch: { ...polled, verification, lookAt: now + BEFORE_SECOND_ROUND_MS }, ids };
  }
  const ignoredParts = ignoredIn(after);
  const known = [...new Set([...head.ignoredParts, ...ignoredParts])];
  const judged = withIgnored(withLacks(verdicts, new Map(after.lacking)), batch, known);
  return { ...settled(polled, judged, '', taskMs, services.clock.now(), ids), verified: true, ignoredParts };
}

/** Goes on with a verification that needs several looks. Its task is not asked again before the last of them. */
export async function lookFurther(context: StepContext, inFlight: InFlight): Promise<PollResult | null> {
  const { verification } = inFlight;
  if (verification === undefined || verification.open.length <= ROWS_PER_LOOK) return null;
  const batch = await loadReadable(context, inFlight.batch);
  if (batch === null) return null;
  const looked = await look(context, inFlight, batch, verification);
  return 'found' in looked ? looked : null;
}

/** One look at the next open rows. Tells what to do where more is to be looked at, and else what was seen. */
async function look(
  context: StepContext,
  polled: InFlight,
  batch: Batch,
  state: Verification,
): Promise<PollResult | { after: Verification; ids: Ids }> {
  const { services } = context;
  const now = services.clock.now();
  if (services.timeLeft() < TIME_TO_VERIFY_MS) return { found: 'pending', batch: { ...polled, lookAt: now } };
  const found = await batch.readBack(services.site, state.open.slice(0, ROWS_PER_LOOK));
  const after = withFound(state, found, batch);
  const ids = await context.idsFound(polled.batch, found.ids);
  if (found.cutShortBy !== null && isWorthAnotherTry(found.cutShortBy, after)) {
    const gotFurther = after.open.length < state.open.length;
    return { found: 'failure', batch: { ...polled, verification: after }, error: found.cutShortBy, gotFurther, ids };
  }
  if (found.cutShortBy === null && after.open.length > 0) {
    return { found: 'pending', batch: { ...polled, verification: after, lookAt: now }, ids };
  }
  return { after, ids };
}

/** Null where no row of the batch is looked up. */
function begin(head: JobHead, batch: number, verdicts: readonly Verdict[]): Verification | null {
  const open = rowsToVerify(head, batch).filter((row) => verdicts[row]?.outcome === 'succeeded');
  return open.length === 0 ? null : { round: 1, tries: 0, open, lacking: [], shown: [] };
}

/** The state after a look-up, which may have been cut short. */
function withFound(state: Verification, { done, missing, lacking, cutShortBy }: ReadBack, batch: Batch): Verification {
  const asked = new Set([...done, ...missing]);
  const complete = [...lacking].flatMap(([row, lacks]) =>
    batch.parts(row).filter((part) => lacks.every((lack) => lack.part !== part)),
  );
  return {
    ...state,
    tries: state.tries + (cutShortBy === null ? 0 : 1),
    open: state.open.filter((row) => !asked.has(row)),
    lacking: [...state.lacking, ...[...lacking].map(([row, lacks]): Lacking => [row, [...lacks]])],
    shown: [...new Set([...state.shown, ...complete, ...done.flatMap((row) => batch.parts(row))])],
  };
}

/** A site that is down is asked again, but not for ever; what it refuses whoever asks must not stop the job. */
const isWorthAnotherTry = (error: unknown, { tries }: Verification): boolean =>
  tries < MAX_TRIES && classify(error).kind === 'transient';

/** Null where what is stored of the batch was damaged: then nobody knows what to look for, and the task's word stands. */
async function loadReadable(context: StepContext, batch: number): Promise<Batch | null> {
  try {
    return await context.loadBatch(batch);
  } catch (error) {
    if (error instanceof DamagedError) return null;
    throw error;
  }
}

/** The batch that is read back whole: the one that is being read, or else the first that was sent. */
const batchToVerify = ({ inFlight }: JobHead): InFlight | undefined =>
  inFlight.find(({ verification }) => verification !== undefined) ?? inFlight.find(({ doubt }) => doubt === null);

/** All rows of the first batch, some of later ones, spread over the batch. */
function rowsToVerify(head: JobHead, batch: number): number[] {
  const rows = rowsOfBatch(head, batch);
  const isSampled = batch % SAMPLE_EVERY === 0 || batch === batchCount(head) - 1;
  const wanted = !head.verified ? rows : isSampled ? Math.min(SAMPLE_ROWS, rows) : 0;
  return Array.from({ length: wanted }, (_, at) => Math.floor((at * rows) / wanted));
}

/** The parts that no row shows which was looked up. */
function ignoredIn({ lacking, shown }: Verification): string[] {
  const parts = lacking.flatMap(([, lacks]) => lacks.map(({ part }) => part));
  return [...new Set(parts)].filter((part) => !shown.includes(part));
}

function withLacks(verdicts: readonly Verdict[], lacking: ReadonlyMap<number, readonly Lack[]>): Verdict[] {
  return verdicts.map((verdict, row) => {
    const lacks = lacking.get(row);
    if (lacks === undefined) return verdict;
    const what = lacks.map((lack) => lack.what).join(', ');
    return { outcome: 'partly', reason: `Your site reported the row as done, but doesn’t show all of it: ${what}.` };
  });
}

/** Rows that ask for what the site was seen to ignore are not called done, whatever it says of them. */
function withIgnored(verdicts: readonly Verdict[], batch: Batch, ignored: readonly string[]): Verdict[] {
  if (ignored.length === 0) return [...verdicts];
  return verdicts.map((verdict, row) => {
    const parts = batch.parts(row).filter((part) => ignored.includes(part));
    // A row with an id went by single calls: its task did nothing, and ignored nothing.
    if (verdict.outcome !== 'succeeded' || verdict.id !== undefined || parts.length === 0) return verdict;
    const what = parts.join(', ');
    const reason = `Your site reported the row as done, but showed nothing of this in the rows that were looked up: ${what}.`;
    return { outcome: 'partly', reason };
  });
}
