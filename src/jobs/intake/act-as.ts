import { hasEnded } from '../../domain/jobs/head';
import { changeJob } from '../store/change';

/** From now on jobs act as this person in the background, as far as they haven't ended. @throws JobRefusal NOT_FOUND */
export async function haveJobsActAs(jobIds: readonly string[], accountId: string): Promise<void> {
  for (const jobId of jobIds)
    await changeJob(jobId, (head) => (hasEnded(head) ? null : { head: { ...head, actsAs: accountId } }));
}
