import { isWorthCatchingUp } from '../../domain/directory/catch-up';
import type { Kept } from '../../domain/directory/state';
import type { JobHead } from '../../domain/jobs/head';
import { kindOf } from '../../domain/kinds';
import { isUnreadable, readHeads, readSite } from '../../jobs/store/ledger';
import { readChanges } from '../store/state';
import { reachingOf } from './reaching';

/** The latest jobs that are looked at for whether one has ended since the site was read. */
const JOBS_LOOKED_AT = 10;
/** Jobs that are read at once where all of them count. */
const JOBS_AT_ONCE = 50;

type Reading = Pick<Kept, 'generation' | 'startedAt'>;

/** What the directory lacks: so much that the records that were named are read anew, or so much that everything is. */
type Lacks = 'nothing' | 'some' | 'much';

/** What it lacks of jobs that have ended, as far as the latest ones tell. */
export async function lacksOfJobs(kept: Kept): Promise<Lacks> {
  const { value: site } = await readSite();
  const heads = await readJobs(site.jobs.slice(0, JOBS_LOOKED_AT));
  const ended = heads.filter((head) => (head.endedAt ?? 0) >= kept.startedAt && hasDone(head));
  if (ended.length === 0) return 'nothing';
  const rows = ended.reduce((sum, head) => sum + Math.min(head.rows.accepted, head.next * head.batchSize), 0);
  const isFew = isWorthCatchingUp(rows, kept) && !ended.some(({ kind }) => kindOf(kind).reach === 'anybody');
  return isFew ? 'some' : 'much';
}

/** What it lacks of that, of changes that can't be told beside it, and of those of organizations that customers show as well. */
export async function lacksOf(kept: Kept): Promise<Lacks> {
  const [ofJobs, { untoldAt, value: changes }] = await Promise.all([lacksOfJobs(kept), readChanges(kept.generation)]);
  if (untoldAt > 0) return 'much';
  if (ofJobs !== 'nothing' || !isWorthCatchingUp(0, kept)) return ofJobs;
  return (await reachingOf(changes, kept.generation)).length > 0 ? 'some' : 'nothing';
}

/**
 * The jobs that may have changed the site since it was read for the directory; `unknown` where the app has changed it in a
 * way that nobody can tell: by a change that isn't told beside it, or by a job that is gone.
 */
export async function changedSince({ generation, startedAt }: Reading): Promise<JobHead[] | 'unknown'> {
  const [{ untoldAt }, { value: site }] = await Promise.all([readChanges(generation), readSite()]);
  if (untoldAt > 0 || site.deletedEndedAt >= startedAt) return 'unknown';
  return jobsThat(touchedSince(startedAt), site.jobs);
}

/**
 * Whether the app has changed the site since it was read for the directory, and the directory doesn't know how: by a job, or
 * by a change that isn't told beside it. `among`: of all jobs that are kept, or, for a page that is opened often, of those
 * under way and the latest.
 */
export async function isBehind({ generation, startedAt }: Reading, among: 'all' | 'likely' = 'all'): Promise<boolean> {
  const [{ untoldAt }, { value: site }] = await Promise.all([readChanges(generation), readSite()]);
  if (untoldAt > 0 || site.deletedEndedAt >= startedAt) return true;
  const underWay = site.turn === null ? site.queue : [site.turn, ...site.queue];
  // In the order of their beginnings: one behind many that had ended before may have gone on since.
  const jobs = among === 'all' ? site.jobs : [...new Set([...underWay, ...site.jobs.slice(0, JOBS_LOOKED_AT)])];
  return (await jobsThat(touchedSince(startedAt), jobs, 1)).length > 0;
}

/** Those of some jobs, up to `most` of them, some more at the most. */
async function jobsThat(
  isOne: (head: JobHead) => boolean,
  jobs: readonly string[],
  most = Infinity,
): Promise<JobHead[]> {
  const found: JobHead[] = [];
  for (let from = 0; from < jobs.length && found.length < most; from += JOBS_AT_ONCE)
    found.push(...(await readJobs(jobs.slice(from, from + JOBS_AT_ONCE))).filter(isOne));
  return found;
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
