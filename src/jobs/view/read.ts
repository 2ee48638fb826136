import type { BatchView, JobSummary, JobView, ListedJob, UnreadableJob, Wait, WaitingJob } from '../../contract/jobs';
import type { ResponseOf } from '../../contract/resolvers';
import type { Settings } from '../../contract/settings';
import { attentionOf } from '../../domain/jobs/attention';
import { type JobHead, batchCount, hasEnded, rowsOfBatch } from '../../domain/jobs/head';
import type { SiteJobs } from '../../domain/jobs/site';
import { leftAloneUntil } from '../../domain/jobs/kept';
import { rowsPerMinute } from '../../domain/jobs/pace';
import { otherLeftOutOf, reasonsOf } from './reasons';
import { undoingOf } from '../store/undoing';
import { headOf } from '../store/change';
import { isUnreadable, readBatches, readHeadOrRemains, readHeads, readSite } from '../store/ledger';

const PER_PAGE = 25;
/** Each job read is a request to the store, of which an installation has 1,000 a second (Forge, key-value store limits). */
const JOBS_READ = 200;
const JOBS_IN_NEED_SHOWN = 5;
const UNREADABLE_FIRST =
  'An import that this version of the app can’t read. After about three hours your site is sure to be done with it, and the next import continues.';

/** Jobs newest first, 25 a page; `page` counts from 0. With those that wait for their turn. */
export async function listJobs(page: number): Promise<ResponseOf<'jobs.list'>> {
  const { value: site } = await readSite();
  const [heads, queue] = await Promise.all([
    readHeads(site.jobs.slice(page * PER_PAGE, (page + 1) * PER_PAGE)),
    waitingJobs(site),
  ]);
  const jobs = heads.map((head): ListedJob => (isUnreadable(head) ? head : summaryOf(head)));
  return { jobs, total: site.jobs.length, queue };
}

/** The jobs that wait for their turn, the next one first. */
export async function listQueue(): Promise<WaitingJob[]> {
  return waitingJobs((await readSite()).value);
}

const waitingJobs = async ({ queue }: SiteJobs): Promise<WaitingJob[]> =>
  (await readHeads(queue)).map(({ id, name }) => ({ id, name }));

/** The jobs of which somebody has to do something, among the latest 200: first those that cannot be read or stopped. */
export async function listJobsInNeed(): Promise<ResponseOf<'jobs.attention'>> {
  const { value: site } = await readSite();
  const found = await readHeads(site.jobs.slice(0, JOBS_READ));
  const heads = found.filter((head) => !isUnreadable(head));
  const readable = attentionOf(heads).map((head) => ({ ...summaryOf(head), attention: head.attention }));
  const inNeed = [...found.filter(isUnreadable), ...readable];
  return {
    jobs: inNeed.slice(0, JOBS_IN_NEED_SHOWN),
    total: inNeed.length,
    isMoving: heads.some((head) => !hasEnded(head) && head.state !== 'needs-attention' && head.state !== 'paused'),
  };
}

/** The names of the latest 200 jobs. */
export async function listNames(): Promise<string[]> {
  const { value: site } = await readSite();
  const found = await readHeads(site.jobs.slice(0, JOBS_READ));
  return found.flatMap(({ name }) => (name === null ? [] : [name]));
}

function summaryOf(head: JobHead): JobSummary {
  const { id, name, kind, operation, state, startedBy, createdAt, startedAt, endedAt, rows, tally } = head;
  const { isHeld, syncId, ruleId } = head;
  return {
    ...{ id, name, kind, operation, state, startedBy, createdAt, startedAt, endedAt, rows, tally },
    ...{ isHeld, syncId, ruleId },
  };
}

export async function viewOf(head: JobHead, settings: Settings): Promise<JobView> {
  const speed = rowsPerMinute(head);
  const { succeeded, partly, failed, unconfirmed, cancelled } = head.tally;
  const left = head.rows.accepted - succeeded - partly - failed - unconfirmed - cancelled;
  return {
    ...summaryOf(head),
    retryOf: head.retryOf,
    undoOf: head.undoOf,
    undoneBy: head.undoneBy,
    undo: await undoingOf(head),
    after: head.after,
    followers: head.followers,
    keptUntil: hasEnded(head) ? leftAloneUntil(head, settings.retentionDays) : null,
    batches: { total: batchCount(head), settled: head.settledBatches, inFlight: head.inFlight.length },
    slots: { used: head.inFlight.length, of: settings.taskSlots },
    rowsPerMinute: speed,
    secondsLeft: speed === null || hasEnded(head) ? null : Math.ceil((left / speed) * 60),
    waiting: (await waitForTurn(head)) ?? head.wait,
    attention: head.attention,
    reasons: reasonsOf(head),
    otherReasons: head.otherReasons,
    otherLeftOut: otherLeftOutOf(head),
  };
}

/** The job that has the turn which this one waits for, what somebody can do if that one has stopped, and its place. */
async function waitForTurn({ id, state }: JobHead): Promise<Wait | null> {
  if (state !== 'queued' && state !== 'cancelling') return null;
  const { turn, queue } = (await readSite()).value;
  if (turn === id) return null;
  const first = turn === null ? undefined : await readHeadOrRemains(turn);
  const place = queue.length > 1 ? ` It’s number ${queue.indexOf(id) + 1} of ${queue.length} in line.` : '';
  return { for: 'turn', message: `${waitedFor(first)}${place}`, until: null };
}

function waitedFor(first: JobHead | UnreadableJob | undefined): string {
  if (first === undefined) return 'Another import to finish.';
  if (isUnreadable(first)) return UNREADABLE_FIRST;
  switch (first.state) {
    case 'needs-attention':
      return `The import “${first.name}” to finish. It has stopped: continue or cancel it.`;
    case 'paused':
      return `The requests under way of “${first.name}”, which is paused.`;
    default:
      return `The import “${first.name}” to finish.`;
  }
}

/** The batches of a job from number `from`, 25 a page. @throws JobRefusal NOT_FOUND */
export async function listBatches(jobId: string, from: number): Promise<{ batches: BatchView[]; total: number }> {
  const { value: head } = await headOf(jobId);
  const total = batchCount(head);
  const numbers = Array.from({ length: Math.max(0, Math.min(PER_PAGE, total - from)) }, (_, at) => from + at);
  const settled = await readBatches(
    jobId,
    numbers.filter((batch) => batch < head.next),
  );
  const batches = numbers.map((number): BatchView => {
    const flight = head.inFlight.find(({ batch }) => batch === number);
    const record = settled.get(number);
    return {
      number,
      rows: rowsOfBatch(head, number),
      state: record
        ? 'settled'
        : !flight
          ? hasEnded(head)
            ? 'not-sent'
            : 'waiting'
          : flight.doubt
            ? 'reading-back'
            : 'sent',
      taskId: (record ?? flight)?.taskId ?? null,
      sentAt: (record ?? flight)?.sentAt ?? null,
      settledAt: record?.settledAt ?? null,
      tally: record?.tally ?? null,
    };
  });
  return { batches, total };
}
