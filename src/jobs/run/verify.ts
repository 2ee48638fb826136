import type { Verdict } from '../../domain/jobs/account';
import { type InFlight, type JobHead, type Verification, batchCount, rowsOfBatch } from '../../domain/jobs/head';
import type { Lack } from '../../domain/kinds/kind';
import type { Batch, ReadBack } from '../kinds/kind';
import { DamagedError } from '../store/damaged';
import type { StepContext } from './context';
import { classify } from './failure';
import { type PollResult, settled } from './poll-result';

/*
 * A site has been seen to end tasks well and to ignore the organizations in them. So its word is checked: the first batch
 * of a job is read back whole, of later ones a few rows. Before the first was, no other batch is settled.
 */

/** Every so many batches, and at the last one, some rows are looked up: each costs a search, in all 0.06 requests a batch. */
const SAMPLE_EVERY = 100;
const SAMPLE_ROWS = 5;
/** A site can show a change some moments after its task has ended. */
const BEFORE_SECOND_LOOK_MS = 60_000;
/** With less time left, a batch is not read back: the next step has more. A hundred searches take some seconds. */
const TIME_TO_VERIFY_MS = 15_000;

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
  const rows = (polled.verification?.rows ?? rowsToVerify(head, polled.batch)).filter(
    (row) => verdicts[row]?.outcome === 'succeeded',
  );
  if (rows.length === 0 && head.ignoredParts.length === 0) return settled(polled, [...verdicts], '', taskMs, now);
  const batch = await loadReadable(context, polled.batch);
  if (batch === null) return settled(polled, [...verdicts], '', taskMs, now);
  if (rows.length === 0) return settled(polled, withIgnored(verdicts, batch, head.ignoredParts), '', taskMs, now);
  if (services.timeLeft() < TIME_TO_VERIFY_MS) return { found: 'pending', batch: { ...polled, lookAt: now } };
  const found = await batch.readBack(services.site, rows);
  // A site that is down is asked again. What it never tells whoever asks must not stop the job: its word stands then.
  if (found.cutShortBy !== null && classify(found.cutShortBy).kind === 'transient')
    return { found: 'failure', batch: polled, error: found.cutShortBy, gotFurther: false };
  const shown = shownParts(batch, found, polled.verification);
  if (found.lacking.size > 0 && polled.verification === undefined) {
    const verification = { rows: [...found.lacking.keys()], shown };
    return { found: 'pending', batch: { ...polled, verification, lookAt: now + BEFORE_SECOND_LOOK_MS } };
  }
  const ignoredParts = ignoredIn(found, shown);
  const known = [...new Set([...head.ignoredParts, ...ignoredParts])];
  const judged = withIgnored(withLacks(verdicts, found.lacking), batch, known);
  return { ...settled(polled, judged, '', taskMs, services.clock.now()), verified: true, ignoredParts };
}

/** Null where what is stored of the batch was damaged: then nobody knows what to look for, and the task's word stands. */
async function loadReadable({ loadBatch }: StepContext, batch: number): Promise<Batch | null> {
  try {
    return await loadBatch(batch);
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

/** The parts that the site showed in some row as they were asked for. */
function shownParts(batch: Batch, { done, lacking }: ReadBack, before: Verification | undefined): string[] {
  const parts = [...lacking].flatMap(([row, lacks]) =>
    batch.parts(row).filter((part) => lacks.every((lack) => lack.part !== part)),
  );
  return [...new Set([...(before?.shown ?? []), ...parts, ...done.flatMap((row) => batch.parts(row))])];
}

/** The parts that no row shows which was looked up. */
function ignoredIn({ lacking }: ReadBack, shown: readonly string[]): string[] {
  const parts = [...lacking.values()].flatMap((lacks) => lacks.map(({ part }) => part));
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
    if (verdict.outcome !== 'succeeded' || parts.length === 0) return verdict;
    const what = parts.join(', ');
    const reason = `Your site reported the row as done, but showed nothing of this in the rows that were looked up: ${what}.`;
    return { outcome: 'partly', reason };
  });
}
