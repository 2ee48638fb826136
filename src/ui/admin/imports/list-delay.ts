import type { ListedJob } from '../../../contract/jobs';
import { isUnderWay, waitsForRun } from './job/job-words';

/** Milliseconds until a list of jobs is asked for again; null when nothing on it will change by itself. */
export function listDelay({ jobs }: { jobs: readonly ListedJob[] }): number | null {
  if (jobs.some(isUnderWay)) return 5_000;
  return jobs.some((job) => job.state !== 'unreadable' && waitsForRun(job)) ? 15_000 : null;
}
