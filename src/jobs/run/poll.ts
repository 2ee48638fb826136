import { type Verdict, succeeded } from '../../domain/jobs/account';
import { type InFlight, rowsOfBatch } from '../../domain/jobs/head';
import type { Judgement } from '../../domain/jobs/judge';
import { batchesToPoll, untilNextPoll } from '../../domain/jobs/pace';
import { DamagedError } from '../store/damaged';
import type { StepContext } from './context';
import { partialOf, withPartial } from './partial';
import type { Batch } from '../kinds/kind';
import { type PollResult, settled } from './poll-result';
import { inDoubt, readBack } from './read-back';
import type { TaskStatus } from './services';
import { lookFurther, verify } from './verify';

/**
 * A task that has not ended after this long is taken for lost. The site calls one timed out after 30 minutes, but
 * tasks that wait for each other have been seen to take longer. CSM guides, bulk operations.
 */
const TASK_GIVEN_UP_MS = 3 * 60 * 60_000;

const PERHAPS_SENT = 'The process sending this row was lost, so it’s not known whether the row was sent.';

/** Polls the batches in flight that are due, all at once. Does not throw: what it met is in the answers. */
export function pollDue(context: StepContext): Promise<PollResult[]> {
  const { head, services } = context;
  const now = services.clock.now();
  if (head.wait?.for === 'retry-after' && (head.wait.until ?? 0) > now) return Promise.resolve([]);
  const due = batchesToPoll(head).filter(({ lookAt }) => lookAt <= now);
  // A read-back takes many requests: one a step, so that little is lost with it. They take turns, for one may have to wait
  // until another one's single calls are done.
  const [doubtful] = due.filter(({ doubt }) => doubt !== null).sort((a, b) => a.lookAt - b.lookAt);
  const polled = due.filter((batch) => batch.doubt === null || batch === doubtful);
  return Promise.all(polled.map((batch) => poll(context, batch)));
}

async function poll(context: StepContext, inFlight: InFlight): Promise<PollResult> {
  try {
    return await pollTask(context, inFlight);
  } catch (error) {
    return { found: 'failure', batch: inFlight, error, gotFurther: false };
  }
}

/** Asks for the batch's task, and reads the rows back where the task's word is not enough. */
async function pollTask(context: StepContext, inFlight: InFlight): Promise<PollResult> {
  const { services, head } = context;
  if (inFlight.taskId === null) return readAllBack(context, inFlight, inFlight.doubt?.why ?? PERHAPS_SENT);
  const looked = await lookFurther(context, inFlight);
  if (looked !== null) return looked;
  const polled = { ...inFlight, polls: inFlight.polls + 1 };
  const task = await services.taskStatus(inFlight.taskId);
  const now = services.clock.now();
  if (task === null) return readAllBack(context, polled, 'Your site no longer knows the task of this row.');
  switch (task.status) {
    case 'NOT_STARTED':
    case 'IN_PROGRESS':
      if (now - inFlight.sentAt > TASK_GIVEN_UP_MS) {
        return readAllBack(context, polled, 'The task of this row never ended.');
      }
      return { found: 'pending', batch: { ...polled, lookAt: now + untilNextPoll(head, polled.batch, polled.polls) } };
    case 'FINISHED':
      return judgeTask(context, polled, task, 'Your site reported a failure without saying which row it was for.');
    case 'CANCELLED':
      return judgeTask(context, polled, task, 'Your site cancelled the task of this row.');
    case 'FAILED':
      return judgeTask(context, polled, task, 'The task of this row failed without giving a reason for the row.');
    default:
      return readAllBack(context, polled, `The task of this row ended as ${task.status}.`);
  }
}

async function judgeTask(context: StepContext, polled: InFlight, task: TaskStatus, why: string): Promise<PollResult> {
  const { head, services } = context;
  const isFinished = task.status === 'FINISHED';
  const taskMs = isFinished ? taskTime(task, polled.sentAt, services.clock.now()) : null;
  if (isFinished && task.failures.length === 0 && head.lookedUp === null && !(await hasOwnVerdicts(context))) {
    // No failure to join with a row: the rows are read only where they are verified.
    const verdicts = Array<Verdict>(rowsOfBatch(head, polled.batch)).fill(succeeded);
    return verify(context, polled, verdicts, taskMs);
  }
  const batch = await context.loadBatch(polled.batch);
  const called = await byCalls(context, polled, batch, batch.judge(task.failures, isFinished));
  if ('found' in called) return called;
  const { judgement } = called;
  if (isComplete(judgement)) {
    return isFinished
      ? verify(context, polled, judgement, taskMs)
      : settled(polled, judgement, '', taskMs, services.clock.now());
  }
  // The task gives the same verdicts when it is asked again at the next poll: they need not be stored until then.
  return readBack(context, inDoubt(polled, why), batch, judgement);
}

/** Whether rows can have a verdict of their own beside the task's; where the plan can't be read, the task's word stands. */
async function hasOwnVerdicts(context: StepContext): Promise<boolean> {
  try {
    return await context.dependsOnBefore();
  } catch (error) {
    if (error instanceof DamagedError) return false;
    throw error;
  }
}

/**
 * Does by single calls what the task has refused for what bulk requests alone refuse. That they begin is committed before
 * the first: a job that was paused or cancelled writes nothing more, and has to know whether to look for what they did. A
 * parked job leaves them to whoever continues it. One batch a step, and what the time is too short for waits for the next.
 */
async function byCalls(
  context: StepContext,
  polled: InFlight,
  batch: Batch,
  judgement: Judgement,
): Promise<PollResult | { judgement: Judgement }> {
  const { head, services } = context;
  const isRunning = head.state === 'running';
  const isParked = head.state === 'needs-attention';
  const hasBegun = polled.byCalls === true;
  if (!batch.hasRowsForCalls(judgement) || !(isRunning || isParked || hasBegun)) return { judgement };
  const later = { ...polled, lookAt: services.clock.now() };
  if (isRunning && !hasBegun) return { found: 'pending', batch: { ...later, byCalls: true } };
  const isOthersTurn = head.partial !== null && head.partial.batch !== polled.batch;
  if (isParked || isOthersTurn || !context.takeCalls()) return { found: 'pending', batch: later };
  const hasTime = (): boolean => services.timeLeft() > services.timeToSend;
  const known = withPartial(
    head,
    polled.batch,
    judgement.map(() => null),
  );
  const called = await batch.doByCalls(services.site, judgement, known, isRunning, hasTime);
  if (called.isWhole && called.cutShortBy === null) return called;
  // What has been done is kept, so that the next step goes on behind it.
  const tried = called.judgement.map((verdict, row) => (called.tried.has(row) ? verdict : null));
  const partial = partialOf(polled.batch, tried);
  const gotFurther = partial.rows.length > (head.partial?.rows.length ?? 0);
  return called.cutShortBy === null
    ? { found: 'pending', batch: later, partial }
    : { found: 'failure', batch: polled, error: called.cutShortBy, gotFurther, partial };
}

const isComplete = (judgement: Judgement): judgement is Verdict[] => !judgement.includes(null);

/** How long a task took, by its own dates; but never longer than since it was sent: a site's clock may be anywhere. */
const taskTime = ({ tookMs }: TaskStatus, sentAt: number, now: number): number | null =>
  tookMs === null ? null : Math.min(tookMs, now - sentAt);

/** The task has nothing to say: reads every row of the batch back. */
async function readAllBack(context: StepContext, inFlight: InFlight, why: string): Promise<PollResult> {
  const batch = await context.loadBatch(inFlight.batch);
  const known = withPartial(context.head, inFlight.batch, batch.judge([], false));
  return readBack(context, inDoubt(inFlight, why), batch, known);
}
