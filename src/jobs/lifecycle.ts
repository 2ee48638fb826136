import { hasEnded, type JobHead } from '../domain/jobs/head';
import { enqueue, release } from '../domain/jobs/site';
import { pushStep } from '../platform/queue';
import type { Clock } from '../platform/clock';
import { changeJob } from './change';
import { ended } from './conclude';
import { type StepEvent, drive } from './drive';
import { readSite } from './ledger';
import { JobRefusal } from './refusal';
import type { Shop } from './shop';

/** Starts a job whose parts are all there. Starting a started job does nothing. @throws JobRefusal CONFLICT */
export async function startJob(jobId: string, clock: Clock): Promise<JobHead> {
  const head = await changeJob(jobId, (now, site) => {
    if (now.state === 'not-started')
      throw new JobRefusal('CONFLICT', 'The import was cancelled before it started.', 'Start a new one.');
    if (now.state !== 'uploading') return null;
    const { accepted, leftOut } = now.uploaded;
    if (accepted.rows !== now.rows.accepted || leftOut.rows !== now.rows.leftOut) {
      const arrived = `${accepted.rows} of ${now.rows.accepted} rows and ${leftOut.rows} of ${now.rows.leftOut} left-out rows`;
      throw new JobRefusal(
        'CONFLICT',
        `Part of the file is missing. Arrived so far: ${arrived}.`,
        'Start the import again.',
      );
    }
    const after = enqueue(site, jobId, 'last');
    const state = after.turn === jobId ? 'running' : 'queued';
    return { head: { ...now, state, dueAt: clock.now(), timesBefore: site.taskTimes }, site: after };
  });
  await wakeWhoHasTheTurn();
  return head;
}

/**
 * Stops new batches at once. Those in flight are followed to their end, those of a parked job as the person with the
 * account that is given: whom it acted as may not be able to. What was not sent is cancelled.
 */
export async function cancelJob(jobId: string, accountId: string | null, clock: Clock): Promise<JobHead> {
  const head = await changeJob(jobId, (now, site) => {
    if (hasEnded(now) || now.state === 'cancelling') return null;
    const nothingOut = now.inFlight.length === 0 && now.intent === null;
    if (nothingOut && now.state !== 'running') {
      const after = ended(now, now.state === 'uploading' ? 'not-started' : 'cancelled', clock.now());
      return { head: { ...after, ticket: now.ticket + 1 }, site: release(site, jobId) };
    }
    const actsAs = now.state === 'needs-attention' && accountId !== null ? accountId : now.actsAs;
    const cancelling: JobHead = {
      ...now,
      state: 'cancelling',
      actsAs,
      attention: null,
      wait: null,
      dueAt: clock.now(),
    };
    return { head: cancelling, site: enqueue(site, jobId, 'first') };
  });
  await wakeWhoHasTheTurn();
  return head;
}

/**
 * Carries a parked job on, as the person with this account from now on: where the turn is free with one step at once,
 * and then in the background; else when its turn comes, before all others that wait.
 * @throws JobRefusal CONFLICT when the job is not parked
 */
export async function continueJob(
  jobId: string,
  accountId: string,
  clock: Clock,
  openFor: (head: JobHead) => Shop,
): Promise<void> {
  await changeJob(jobId, (now, site) => {
    if (now.state !== 'needs-attention') throw new JobRefusal('CONFLICT', 'The import isn’t waiting for anyone.');
    const after = enqueue(site, jobId, 'first');
    const state = after.turn === jobId ? 'running' : 'queued';
    const at = clock.now();
    const moving = {
      ...now,
      state,
      actsAs: accountId,
      refusals: null,
      attention: null,
      steppedAt: at,
      dueAt: at,
    } as const;
    return { head: moving, site: after };
  });
  await drive(jobId, 0, openFor);
  await wakeWhoHasTheTurn();
}

/** Starts a fresh chain of events for the job whose turn it is. One too many does no harm. */
export async function wakeWhoHasTheTurn(): Promise<void> {
  const { value: site } = await readSite();
  if (site.turn !== null) await pushStep({ jobId: site.turn, link: 0 } satisfies StepEvent, 0);
}
