import { moveUp } from '../../domain/jobs/site';
import { changeSite } from '../store/change';
import { JobRefusal } from '../store/refusal';

/**
 * Lets a job that waits for its turn go before the one ahead of it, or before all others that wait. The one that has the
 * turn keeps it. @throws JobRefusal CONFLICT where the job does not wait
 */
export async function moveJob(jobId: string, to: 'up' | 'front'): Promise<void> {
  await changeSite((site) => {
    if (!site.queue.includes(jobId)) throw new JobRefusal('CONFLICT', 'The import isn’t waiting for its turn.');
    return moveUp(site, jobId, to);
  });
}
