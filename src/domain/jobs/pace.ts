import { type InFlight, type JobHead, rowsOfBatch } from './head';

/**
 * When to ask for a task's status. Asking costs a request, and asking late leaves a slot idle. So the first poll comes when
 * most tasks would have been finished, and the later ones close behind.
 */
const FIRST_GUESS_MS = 5_000;
const GUESS_GROWTH = 1.3;
const LONGEST_GUESS_MS = 60_000;
const SHORTEST_INTERVAL_MS = 1_000;
/** Tasks were slow yesterday and may be fast today: before one of this job has ended, no poll is further away. */
const LONGEST_TRUST_MS = 5 * 60_000;
/** Of the last tasks, this share had finished by the time of the first poll. */
const SHARE_FINISHED = 0.85;
const TASK_TIMES_KEPT = 40;
/** A task that was not finished then is polled again after this share of the usual time, and later each time. */
const NEXT_POLL_SHARE = 0.04;

/**
 * Milliseconds from one poll of a batch (or its sending, `polls` 0) to the next. Goes by the tasks of this job; before the
 * first of them has ended by those of the job before it on this site, and before the first job by guesses.
 */
export function untilNextPoll(head: JobHead, batch: number, polls: number): number {
  const { taskTimes, timesBefore } = head;
  const times = taskTimes.length > 0 ? taskTimes : timesBefore;
  if (times.length === 0) return Math.min(LONGEST_GUESS_MS, FIRST_GUESS_MS * GUESS_GROWTH ** polls);
  const share = rowsOfBatch(head, batch) / head.batchSize;
  const wait =
    polls === 0
      ? quantile(times, SHARE_FINISHED)
      : Math.min(LONGEST_TRUST_MS, quantile(times, 0.5) * NEXT_POLL_SHARE * 1.5 ** (polls - 1));
  const longest = taskTimes.length > 0 ? Infinity : LONGEST_TRUST_MS;
  return Math.min(longest, Math.max(SHORTEST_INTERVAL_MS, wait * share));
}

/**
 * The batches in flight that are polled when they are due. Before the first task has ended nothing is known of how long
 * they take: then one is polled for all of them.
 */
export function batchesToPoll({ inFlight, taskTimes }: JobHead): InFlight[] {
  if (taskTimes.length > 0) return inFlight;
  const probe = inFlight.find(({ doubt }) => doubt === null);
  return inFlight.filter((batch) => batch.doubt !== null || batch === probe);
}

/** How long the last tasks took, with one more. Only those of full batches can be compared. */
export function withTaskTime(head: JobHead, batch: number, milliseconds: number): number[] {
  if (rowsOfBatch(head, batch) < head.batchSize) return head.taskTimes;
  return [...head.taskTimes, Math.max(0, Math.round(milliseconds))].slice(-TASK_TIMES_KEPT);
}

/** Rows a minute over the time in which the job was moving; null before the first batch is settled. */
export function rowsPerMinute(head: JobHead): number | null {
  const { succeeded, partly, failed, unconfirmed } = head.tally;
  const done = succeeded + partly + failed + unconfirmed;
  return done === 0 || head.activeMs === 0 ? null : (done / head.activeMs) * 60_000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
