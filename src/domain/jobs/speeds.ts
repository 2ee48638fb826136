import type { Speeds } from '../../contract/jobs';
import type { JobHead } from './head';

/** Of fewer calls, the time from start to end says more of the engine than of the site. */
const LEAST_CALLS = 10;

/**
 * The speeds of a site once a job has given up the turn: those of the last finished job of each route. What a job of
 * single calls looked up counts as calls, as it took its time; of a bulk job, looking up is part of a batch's time.
 */
export function speedsAfter(before: Speeds, head: JobHead, now: number): Speeds {
  if (head.state !== 'finished') return before;
  // The step that ends the job has not been counted in yet.
  const took = head.activeMs + Math.max(0, now - head.steppedAt);
  if (head.route === 'direct')
    return head.calls < LEAST_CALLS ? before : { ...before, callMs: Math.round(took / head.calls) };
  return head.settledBatches === 0 ? before : { ...before, batchMs: Math.round(took / head.settledBatches) };
}
