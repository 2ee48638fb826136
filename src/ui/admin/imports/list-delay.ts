import type { ListedJob } from '../../../contract/jobs';
import { isUnderWay } from './job/job-words';

/** Milliseconds until a list of jobs is asked for again; null when nothing on it will change by itself. */
export function listDelay({ jobs }: { jobs: readonly ListedJob[] }): number | null {
  return jobs.every((job) => !isUnderWay(job)) ? null : 5_000;
}
