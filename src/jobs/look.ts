import { type BatchRecord, type Verdict, accountOf, succeeded } from '../domain/jobs/account';
import type { Doubt, InFlight, JobHead } from '../domain/jobs/head';
import type { Judgement } from '../domain/jobs/judge';
import { untilNextLook } from '../domain/jobs/pace';
import type { Batch } from './kinds/kind';
import type { Shop, TaskStatus } from './shop';
import { troubleOf } from './trouble';

/** What a look at a batch in flight found. */
export type Look =
  | { found: 'still-running'; batch: InFlight }
  | { found: 'settled'; batch: InFlight; record: BatchRecord; taskMs: number | null }
  | { found: 'trouble'; batch: InFlight; error: unknown };

/**
 * A task that has not ended after this long is taken for lost. The site calls one timed out after 30 minutes, but
 * tasks that wait for each other have been seen to take longer. CSM guides, bulk operations.
 */
const TASK_GIVEN_UP_MS = 3 * 60 * 60_000;
/** Rows in doubt are looked at twice: a new account can take minutes to appear in the search. */
const LOOKS_IN_DOUBT = 2;
const BETWEEN_LOOKS_MS = 6 * 60_000;
/** Rows of one step of a look: each can take a search, and what a step found is lost when its process is. */
const ROWS_PER_LOOK = 25;
/** A step of a look that the site's trouble cut short is repeated after this long, and this often at the most. */
const AFTER_CUT_SHORT_MS = 30_000;
const MOST_CUT_SHORT = 10;

const PERHAPS_SENT = 'The process that was to send this row was lost, and with it whether it did.';

/** What a step has at hand of its job. */
export interface Bench {
  head: JobHead;
  shop: Shop;
  /** The batch of that number, read from the ledger and encoded. @throws DamagedError */
  open(batch: number): Promise<Batch>;
}

/** Looks at one batch in flight: at its task, and at its rows where the task's word is not enough. Does not throw. */
export async function look(bench: Bench, inFlight: InFlight): Promise<Look> {
  try {
    return await lookAtTask(bench, inFlight);
  } catch (error) {
    return { found: 'trouble', batch: inFlight, error };
  }
}

async function lookAtTask(bench: Bench, inFlight: InFlight): Promise<Look> {
  const { shop, head } = bench;
  if (inFlight.taskId === null) return lookAtRows(bench, doubting(inFlight, PERHAPS_SENT));
  const polled = { ...inFlight, polls: inFlight.polls + 1 };
  const task = await shop.taskStatus(inFlight.taskId);
  const now = shop.clock.now();
  if (task === null) return lookAtRows(bench, doubting(polled, 'The site no longer knows the task of this row.'));
  switch (task.status) {
    case 'NOT_STARTED':
    case 'IN_PROGRESS':
      if (now - inFlight.sentAt > TASK_GIVEN_UP_MS) {
        return lookAtRows(bench, doubting(polled, 'The task of this row never ended.'));
      }
      return {
        found: 'still-running',
        batch: { ...polled, lookAt: now + untilNextLook(head, polled.batch, polled.polls) },
      };
    case 'FINISHED':
      return judgeTask(bench, polled, task, 'The site reported a failure without saying for which row.');
    case 'CANCELLED':
      return judgeTask(bench, polled, task, 'The site cancelled the task of this row.');
    case 'FAILED':
      return judgeTask(bench, polled, task, 'The task of this row failed without a reason for the row.');
    default:
      return lookAtRows(bench, doubting(polled, `The task of this row ended as ${task.status}.`));
  }
}

async function judgeTask(bench: Bench, polled: InFlight, task: TaskStatus, why: string): Promise<Look> {
  const batch = await bench.open(polled.batch);
  const judgement = batch.judge(task.failures, task.status === 'FINISHED');
  const taskMs = task.status === 'FINISHED' ? taskTime(task, polled.sentAt, bench.shop.clock.now()) : null;
  if (!judgement.includes(null)) return settled(bench, polled, judgement, '', taskMs);
  // The task gives the same verdicts when it is asked again at the next look: they need not be stored until then.
  return readBack(bench, doubting(polled, why), batch, judgement);
}

/** How long a task took, by its own dates; but never longer than since it was sent: a site's clock may be anywhere. */
const taskTime = ({ tookMs }: TaskStatus, sentAt: number, now: number): number | null =>
  tookMs === null ? null : Math.min(tookMs, now - sentAt);

/** The task has nothing to say: every row of the batch is looked for on the site. */
async function lookAtRows(bench: Bench, inFlight: DoubtfulBatch): Promise<Look> {
  const batch = await bench.open(inFlight.batch);
  return readBack(bench, inFlight, batch, batch.judge([], false));
}

/** Looks for the next rows that are still open; the last of them ends the look. */
async function readBack(bench: Bench, inFlight: DoubtfulBatch, batch: Batch, known: Judgement): Promise<Look> {
  const { doubt } = inFlight;
  const now = (): number => bench.shop.clock.now();
  // A doubt that has just come up is committed first: the searches are for a step of their own.
  const isNew = bench.head.inFlight.every((known) => known.batch !== inFlight.batch || known.doubt === null);
  if (isNew) return { found: 'still-running', batch: { ...inFlight, lookAt: now() } };
  const seen = new Set(doubt.seen);
  const open = known.flatMap((verdict, row) => (verdict === null && !seen.has(row) ? [row] : []));
  const ahead = open.filter((row) => row >= doubt.from);
  const rows = ahead.slice(0, ROWS_PER_LOOK);
  const { done, cutShortBy } = await batch.readBack(bench.shop.site, rows);
  const trouble = cutShortBy === null ? null : troubleOf(cutShortBy);
  if (cutShortBy !== null && trouble?.kind !== 'later') throw toError(cutShortBy);
  const on = (lookAt: number, next: Partial<Doubt>): Look => ({
    found: 'still-running',
    batch: { ...inFlight, lookAt, doubt: { ...doubt, cutShort: 0, seen: [...doubt.seen, ...done], ...next } },
  });
  const cutShort = doubt.cutShort + 1;
  if (trouble !== null && cutShort < MOST_CUT_SHORT) return on(now() + AFTER_CUT_SHORT_MS, { cutShort });
  if (ahead.length > rows.length) return on(now(), { from: (rows.at(-1) ?? 0) + 1 });
  const looks = doubt.looks + 1;
  if (open.length > done.length && looks < LOOKS_IN_DOUBT) return on(now() + BETWEEN_LOOKS_MS, { from: 0, looks });
  for (const row of done) seen.add(row);
  const judgement = known.map((verdict, row) => verdict ?? (seen.has(row) ? succeeded : null));
  return settled(bench, inFlight, judgement, doubt.why, null);
}

const toError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

function settled(bench: Bench, batch: InFlight, judgement: Judgement, why: string, taskMs: number | null): Look {
  const unseen: Verdict = {
    outcome: 'unconfirmed',
    reason: `${why} Looking at the site did not show the row as it was asked for.`,
  };
  const record = accountOf(
    judgement.map((verdict) => verdict ?? unseen),
    { taskId: batch.taskId, sentAt: batch.sentAt, settledAt: bench.shop.clock.now(), polls: batch.polls },
  );
  return { found: 'settled', batch, record, taskMs };
}

type DoubtfulBatch = InFlight & { doubt: Doubt };

const doubting = (inFlight: InFlight, why: string): DoubtfulBatch => ({
  ...inFlight,
  doubt: { looks: 0, from: 0, cutShort: 0, seen: [], ...inFlight.doubt, why },
});
