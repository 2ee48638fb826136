import { useCallback } from 'react';
import type { ListedJob, WaitingJob } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { countOf } from '../../../shared/format';
import { useResource } from '../../../shared/use-resource';
import { nameOf } from '../job/job-words';

/** States in which a job keeps those behind it waiting. */
const inTheWay: readonly ListedJob['state'][] = ['running', 'cancelling', 'needs-attention'];

/** What a new import has to wait for, as a sentence; null where it starts at once. */
export function jobsBefore(jobs: readonly ListedJob[], queue: readonly WaitingJob[]): string | null {
  const first = jobs.find(({ state }) => inTheWay.includes(state));
  if (first === undefined) return null;
  const others = queue.length === 0 ? '' : `, and ${countOf(queue.length, 'more import waits', 'more imports wait')}`;
  return `The import waits for its turn: “${nameOf(first)}” is under way${others}.`;
}

/** {@link jobsBefore} for the jobs of the site as they are now; null until they are known, and where they cannot be. */
export function useJobsBefore(): string | null {
  const load = useCallback(() => call('jobs.list', { page: 0 }), []);
  const { data } = useResource(load);
  return data === null ? null : jobsBefore(data.jobs, data.queue);
}
