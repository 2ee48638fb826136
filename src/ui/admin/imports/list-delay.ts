import type { JobSummary } from '../../../contract/jobs';
import { hasEnded } from './job/job-words';

/** Milliseconds until a list of jobs is asked for again; null when nothing on it will change by itself. */
export function listDelay({ jobs }: { jobs: readonly JobSummary[] }): number | null {
  return jobs.every(({ state }) => hasEnded(state) || state === 'needs-attention') ? null : 5_000;
}
