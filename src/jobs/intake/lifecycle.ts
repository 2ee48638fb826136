import { hasEnded, type JobHead } from '../../domain/jobs/head';
import { type SiteJobs, enqueue, release } from '../../domain/jobs/site';
import type { Clock } from '../../platform/clock';
import { changeJob, headOf } from '../store/change';
import { isUnreadable, readHeadOrRemains } from '../store/ledger';
import { wakeTurn } from '../run/chain';
import { ended } from '../run/conclude';
import { drive } from '../run/drive';
import { JobRefusal } from '../store/refusal';
import type { ServicesFor } from '../run/services';

/**
 * Starts a job whose parts are all there. One that comes after another job is paused until that has finished, and is to be
 * started before it. Starting a started job does nothing. `beside`: the other jobs of the same file, where it is that of the
 * file's own rows. @throws JobRefusal CONFLICT
 */
export async function startJob(jobId: string, clock: Clock, beside: readonly string[] = []): Promise<JobHead> {
  const isHeld = await waitsForAnother((await headOf(jobId)).value);
  const head = await changeJob(jobId, (now, site) =>
    started({ ...now, beside: [...beside] }, site, isHeld, clock.now()),
  );
  await wakeTurn();
  return head;
}

/** A job as it is once it was started, and its place among the others; null where it was before. @throws JobRefusal CONFLICT */
export function started(
  now: JobHead,
  site: SiteJobs,
  isHeld: boolean,
  at: number,
): { head: JobHead; site?: SiteJobs } | null {
  if (now.state === 'not-started')
    throw new JobRefusal('CONFLICT', 'The import was cancelled before it started.', 'Start a new one.');
  if (now.state !== 'uploading') return null;
  const { accepted, leftOut } = now.uploaded;
  const isJoined = (accepted.joined ?? 0) === (now.rows.joined ?? 0);
  if (accepted.rows !== now.rows.accepted || leftOut.rows !== now.rows.leftOut || !isJoined) {
    const arrived = `${accepted.rows} of ${now.rows.accepted} rows and ${leftOut.rows} of ${now.rows.leftOut} left-out rows`;
    throw new JobRefusal(
      'CONFLICT',
      `Part of the file is missing. Arrived so far: ${arrived}.`,
      'Start the import again.',
    );
  }
  if (isHeld) return { head: { ...now, state: 'paused', isHeld, timesBefore: site.taskTimes } };
  const after = enqueue(site, now.id, 'last');
  const state = after.turn === now.id ? 'running' : 'queued';
  return { head: { ...now, state, dueAt: at, timesBefore: site.taskTimes }, site: after };
}

/** Whether a job comes after another one that has not ended yet. One that was deleted has; one that cannot be read may go on. */
export async function waitsForAnother({ after }: JobHead): Promise<boolean> {
  const first = after === null ? undefined : await readHeadOrRemains(after.id);
  return first !== undefined && (isUnreadable(first) || !hasEnded(first));
}

/**
 * Stops new batches at once, and cancels what was not sent. Batches in flight are followed to their end. Those of a parked
 * job are followed as the person with the given account: whom it acted as may not be able to.
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
  await wakeTurn();
  return head;
}

/**
 * Carries a parked job on, as the person with this account from now on. Where the turn is free, the first step runs at
 * once and the others in the background; else the job is the next to get the turn.
 * @throws JobRefusal CONFLICT when the job is not parked
 */
export async function continueJob(
  jobId: string,
  accountId: string,
  clock: Clock,
  servicesFor: ServicesFor,
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
      keptSince: null,
      attention: null,
      steppedAt: at,
      dueAt: at,
    } as const;
    return { head: moving, site: after };
  });
  await drive(jobId, 0, servicesFor);
  await wakeTurn();
}
