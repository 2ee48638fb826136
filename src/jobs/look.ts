import { type BatchRecord, type Verdict, accountOf, succeeded } from '../domain/jobs/account';
import { type Doubt, type InFlight, type JobHead, newDoubt, rowsOfBatch } from '../domain/jobs/head';
import type { Judgement } from '../domain/jobs/judge';
import { untilNextLook } from '../domain/jobs/pace';
import type { Batch } from './kinds/kind';
import type { Shop, TaskStatus } from './shop';

/** What a look at a batch in flight found. */
export type Look =
  | { found: 'still-running'; batch: InFlight }
  | { found: 'settled'; batch: InFlight; record: BatchRecord; taskMs: number | null }
  /** `isFurther`: some of it was found out all the same, and is kept in the batch. */
  | { found: 'trouble'; batch: InFlight; error: unknown; isFurther: boolean };

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

const PERHAPS_SENT = 'The process sending this row was lost, so it’s not known whether the row was sent.';

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
    return { found: 'trouble', batch: inFlight, error, isFurther: false };
  }
}

async function lookAtTask(bench: Bench, inFlight: InFlight): Promise<Look> {
  const { shop, head } = bench;
  if (inFlight.taskId === null) return lookAtRows(bench, doubting(inFlight, inFlight.doubt?.why ?? PERHAPS_SENT));
  const polled = { ...inFlight, polls: inFlight.polls + 1 };
  const task = await shop.taskStatus(inFlight.taskId);
  const now = shop.clock.now();
  if (task === null) return lookAtRows(bench, doubting(polled, 'Your site no longer knows the task of this row.'));
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
      return judgeTask(bench, polled, task, 'Your site reported a failure without saying which row it was for.');
    case 'CANCELLED':
      return judgeTask(bench, polled, task, 'Your site cancelled the task of this row.');
    case 'FAILED':
      return judgeTask(bench, polled, task, 'The task of this row failed without giving a reason for the row.');
    default:
      return lookAtRows(bench, doubting(polled, `The task of this row ended as ${task.status}.`));
  }
}

async function judgeTask(bench: Bench, polled: InFlight, task: TaskStatus, why: string): Promise<Look> {
  const isFinished = task.status === 'FINISHED';
  const taskMs = isFinished ? taskTime(task, polled.sentAt, bench.shop.clock.now()) : null;
  if (isFinished && task.failures.length === 0) {
    // Nothing to join with rows: they need not be read.
    return settled(bench, polled, Array<Verdict>(rowsOfBatch(bench.head, polled.batch)).fill(succeeded), '', taskMs);
  }
  const batch = await bench.open(polled.batch);
  const judgement = batch.judge(task.failures, isFinished);
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
  const now = (): number => bench.shop.clock.now();
  // A doubt that has just come up is committed first: the searches are for a step of their own.
  const isNew = bench.head.inFlight.every((known) => known.batch !== inFlight.batch || known.doubt === null);
  if (isNew) return { found: 'still-running', batch: { ...inFlight, lookAt: now() } };
  const open = openRows(known, inFlight.doubt);
  const { done, missing, cutShortBy } = await batch.readBack(bench.shop.site, open.slice(0, ROWS_PER_LOOK));
  const seen = [...inFlight.doubt.seen, ...done];
  const asked = [...inFlight.doubt.asked, ...missing];
  const on = (lookAt: number, next: Partial<Doubt>): InFlight => {
    return { ...inFlight, lookAt, doubt: { ...inFlight.doubt, seen, asked, ...next } };
  };
  if (cutShortBy !== null) {
    return { found: 'trouble', batch: on(now(), {}), error: cutShortBy, isFurther: done.length + missing.length > 0 };
  }
  if (open.length > ROWS_PER_LOOK) return { found: 'still-running', batch: on(now(), {}) };
  const looks = inFlight.doubt.looks + 1;
  if (asked.length > 0 && looks < LOOKS_IN_DOUBT) {
    return { found: 'still-running', batch: on(now() + BETWEEN_LOOKS_MS, { looks, asked: [] }) };
  }
  const judgement = known.map((verdict, row) => verdict ?? (seen.includes(row) ? succeeded : null));
  return settled(bench, inFlight, judgement, inFlight.doubt.why, null);
}

/** The rows that the look under way has still to ask for. */
function openRows(known: Judgement, { seen, asked }: Doubt): number[] {
  const done = new Set([...seen, ...asked]);
  return known.flatMap((verdict, row) => (verdict === null && !done.has(row) ? [row] : []));
}

function settled(bench: Bench, batch: InFlight, judgement: Judgement, why: string, taskMs: number | null): Look {
  const unseen: Verdict = {
    outcome: 'unconfirmed',
    reason: `${why} Looking the row up on your site didn’t show what was requested.`,
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
  doubt: { ...newDoubt(why), ...inFlight.doubt, why },
});
