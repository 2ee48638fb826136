import type { Kept } from '../../domain/directory/state';
import type { JobHead } from '../../domain/jobs/head';
import { isUnreadable, readHeads, readSite } from '../../jobs/store/ledger';
import { readChanges } from '../store/state';

/** The latest jobs that are looked at for whether one has ended since the site was read. */
const JOBS_LOOKED_AT = 10;
/** Jobs that are read at once where all of them count. */
const JOBS_AT_ONCE = 50;

/** Whether one of the latest jobs has done something on the site since, and has ended. */
export async function hasJobEndedSince(time: number): Promise<boolean> {
  const { value: site } = await readSite();
  const heads = await readJobs(site.jobs.slice(0, JOBS_LOOKED_AT));
  return heads.some((head) => head.endedAt !== null && head.endedAt >= time && hasDone(head));
}

/**
 * Whether the app has changed the site since it was read for the directory, and the directory doesn't know how: by a job, or
 * by a change that isn't told beside it. `among`: of all jobs that are kept, or, for a page that is opened often, of those
 * under way and the latest.
 */
export async function isBehind(
  { generation, startedAt }: Pick<Kept, 'generation' | 'startedAt'>,
  among: 'all' | 'likely' = 'all',
): Promise<boolean> {
  const [{ untoldAt }, { value: site }] = await Promise.all([readChanges(generation), readSite()]);
  if (untoldAt > 0 || site.deletedEndedAt >= startedAt) return true;
  const underWay = site.turn === null ? site.queue : [site.turn, ...site.queue];
  // In the order of their beginnings: one behind many that had ended before may have gone on since.
  const jobs = among === 'all' ? site.jobs : [...new Set([...underWay, ...site.jobs.slice(0, JOBS_LOOKED_AT)])];
  for (let from = 0; from < jobs.length; from += JOBS_AT_ONCE)
    if ((await readJobs(jobs.slice(from, from + JOBS_AT_ONCE))).some(touchedSince(startedAt))) return true;
  return false;
}

const readJobs = async (ids: readonly string[]): Promise<JobHead[]> =>
  (await readHeads(ids)).flatMap((head) => (isUnreadable(head) ? [] : [head]));

/** Tasks under way may have changed something, or will. */
const touchedSince =
  (time: number) =>
  (head: JobHead): boolean =>
    head.inFlight.length > 0 || head.intent !== null || ((head.endedAt ?? head.steppedAt) >= time && hasDone(head));

const hasDone = ({ tally: { succeeded, partly, unconfirmed }, partial }: JobHead): boolean =>
  succeeded + partly + unconfirmed > 0 || partial !== null;
