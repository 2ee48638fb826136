import type { JobSummary } from '../../../contract/jobs';
import { hasEnded } from '../imports/job/job-words';

/** How many jobs each part of the overview shows. */
const SHOWN = 5;

/** Jobs that move by themselves, the oldest first: it has its turn first. */
export const runningOf = (jobs: readonly JobSummary[]): JobSummary[] =>
  jobs.filter(({ state }) => !hasEnded(state) && state !== 'needs-attention').reverse();

/** Jobs that stopped and wait for a person. */
const stoppedOf = (jobs: readonly JobSummary[]): JobSummary[] =>
  jobs.filter(({ state }) => state === 'needs-attention');

/** Jobs of which someone has to do something: those that stopped, then those that ended with rows undone. */
export function attentionOf(jobs: readonly JobSummary[]): JobSummary[] {
  const undone = jobs.filter(
    ({ state, tally, rows }) => state === 'finished' && tally.succeeded < rows.accepted + rows.leftOut,
  );
  return [...stoppedOf(jobs), ...undone].slice(0, SHOWN);
}

export const recentOf = (jobs: readonly JobSummary[]): JobSummary[] => jobs.slice(0, SHOWN);
