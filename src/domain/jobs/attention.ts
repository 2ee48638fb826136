import type { JobSummary } from '../../contract/jobs';

/** Accepted rows of which is known that they did not succeed. Those left out were left out on purpose. */
export const failedRows = ({ partly, failed, unconfirmed }: JobSummary['tally']): number =>
  partly + failed + unconfirmed;

/**
 * The jobs of which somebody has to do something: those that stopped, then those that finished with accepted rows that
 * did not succeed; each in the order in which they came.
 */
export function attentionOf<Job extends Pick<JobSummary, 'state' | 'tally'>>(jobs: readonly Job[]): Job[] {
  const stopped = jobs.filter(({ state }) => state === 'needs-attention');
  const unfinished = jobs.filter(({ state, tally }) => state === 'finished' && failedRows(tally) > 0);
  return [...stopped, ...unfinished];
}
