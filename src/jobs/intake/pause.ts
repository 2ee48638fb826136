import { type JobHead, hasEnded } from '../../domain/jobs/head';
import { enqueue, release } from '../../domain/jobs/site';
import type { Clock } from '../../platform/clock';
import { wakeTurn } from '../run/chain';
import { changeJob } from '../store/change';
import { JobRefusal } from '../store/refusal';

/**
 * Sends nothing more of a job until it is resumed. Batches in flight are followed to their end; the job gives up the turn
 * once none is out, or at once where it only waits for it. Pausing a paused job does nothing.
 * @throws JobRefusal CONFLICT where it is neither running nor queued
 */
export async function pauseJob(jobId: string, clock: Clock): Promise<JobHead> {
  const head = await changeJob(jobId, (now, site) => {
    if (now.state === 'paused') return null;
    if (now.state !== 'running' && now.state !== 'queued')
      throw new JobRefusal('CONFLICT', 'Only an import that is running or waits for its turn can be paused.');
    const isFollowed = site.turn === jobId && (now.inFlight.length > 0 || now.intent !== null);
    if (isFollowed) return { head: { ...now, state: 'paused', dueAt: clock.now() } };
    // The event that is on its way is for a step that is not made.
    const paused: JobHead = { ...now, state: 'paused', wait: null, dueAt: null, ticket: now.ticket + 1 };
    return { head: paused, site: release(site, jobId) };
  });
  await wakeTurn();
  return head;
}

/**
 * Carries a paused job on: at once where the turn is free or still its own, else before all others that wait. A job that is
 * not paused is left as it is. @throws JobRefusal CONFLICT where it has ended
 */
export async function resumeJob(jobId: string, clock: Clock): Promise<JobHead> {
  const head = await changeJob(jobId, (now, site) => {
    if (hasEnded(now)) throw new JobRefusal('CONFLICT', 'The import has ended.');
    if (now.state !== 'paused') return null;
    const after = enqueue(site, jobId, 'first');
    const state = after.turn === jobId ? 'running' : 'queued';
    const at = clock.now();
    return { head: { ...now, state, isHeld: false, keptSince: null, steppedAt: at, dueAt: at }, site: after };
  });
  await wakeTurn();
  return head;
}
