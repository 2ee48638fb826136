import { hasEnded } from '../domain/jobs/head';
import { RefusedFile } from '../domain/file/read/refused';
import { isLookDue, newLook } from '../domain/syncs/look';
import { dueAfter } from '../domain/syncs/schedule';
import { type RunningSync, type Sync, isRetryDue, noJobs } from '../domain/syncs/sync';
import type { Services } from '../jobs/run/services';
import { isUnreadable, readHeadOrRemains } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { SiteError } from '../platform/http/site-error';
import { factsOf, log } from '../platform/log';
import { pushSync } from '../platform/queue';
import { isStoreBusy } from '../platform/store-busy';
import { ARRIVES_WITHIN_MS, dropUnfinished } from './deliveries';
import { endLook, lookOn } from './look';
import { prime } from './count-in';
import { compareRun, endRun, followRun } from './run';
import { beginRetry } from './retry';
import { changeSync, readSync, readSyncIds } from './store';
import { tell } from './tell';
import { forgetUndone } from './undone';

/** Makes what a sync works with: it acts as the person who owns it. */
export type ServicesFor = (sync: Sync) => Services;

/** Tries of a comparison that meet trouble of the site, up to a quarter of an hour apart: a day of it. */
const TRIES = 100;
/** A fault of the app counts for so many of them: it hardly passes by itself. */
const FAULT_TRIES = 10;
const RETRY_SECONDS = 120;
const MAX_RETRY_SECONDS = 900;

/** When what waits is applied, in milliseconds since 1970; null where nothing does. */
export function dueAt({ waiting, schedule, timeZone }: Sync): number | null {
  if (waiting === null) return null;
  return waiting.isTest ? waiting.at : dueAfter(schedule, waiting.at, timeZone);
}

/** Whether there is something to do for a sync, as far as its record tells. */
function mayBegin(sync: Sync, now: number): boolean {
  const due = dueAt(sync);
  if (due === null || due > now) return false;
  return !sync.isPaused || sync.waiting?.isTest === true;
}

/**
 * Takes a sync as far as it gets: anyone may call it at any time, from the stored state alone. A run is one thing after the
 * other: compared, approved where it changes much, followed while its jobs run, and counted in.
 */
export async function driveSync(syncId: string, servicesFor: ServicesFor, clock: Clock): Promise<void> {
  await goOn(syncId, servicesFor, clock);
  const sync = await readSync(syncId);
  if (sync !== undefined) await tell(sync, servicesFor(sync));
}

async function goOn(syncId: string, servicesFor: ServicesFor, clock: Clock): Promise<void> {
  for (;;) {
    const sync = await readSync(syncId);
    if (sync === undefined) return;
    await dropUnfinished(sync, clock);
    if (sync.primedBy !== null) {
      await prime(sync, sync.primedBy);
      continue;
    }
    if (await forgetUndone(sync, clock)) continue;
    const { run } = sync;
    if (run === null) {
      if (mayBegin(sync, clock.now())) await begin(syncId, clock);
      else if (isRetryDue(sync, clock.now())) await beginRetry(sync, servicesFor(sync));
      else return;
      continue;
    }
    if (run.phase === 'approval' || (sync.isPaused && run.phase !== 'running' && !run.delivery.isTest)) return;
    const services = servicesFor(sync);
    if (run.phase === 'running') {
      if (!(await followRun({ ...sync, run }, services))) return;
      continue;
    }
    if (!(await tryToCompare({ ...sync, run }, services))) return;
  }
}

async function begin(syncId: string, clock: Clock): Promise<void> {
  await changeSync(syncId, (now) => {
    if (now.run !== null || now.waiting === null || !mayBegin(now, clock.now())) return null;
    const looks = !now.waiting.isTest && isLookDue(now, clock.now());
    const phase = looks ? ('looking' as const) : ('comparing' as const);
    const run = {
      ...{ no: now.nextRun, delivery: now.waiting, phase, startedAt: clock.now() },
      ...{ counts: null, ...noJobs, remark: '', tries: 0, isRetry: false, isPartial: false },
    };
    const retry = now.waiting.isTest ? now.retry : null;
    const begun = { ...now, waiting: null, nextRun: now.nextRun + 1, run, retry };
    return looks ? { ...begun, looksNext: false, look: newLook(now, run.no, clock.now()) } : begun;
  });
}

/** False where it has to be tried again later. */
async function tryToCompare(sync: RunningSync, services: Services): Promise<boolean> {
  const { clock } = services;
  try {
    if (sync.run.phase === 'looking') return await lookOn(sync, services);
    await compareRun(sync, services);
    return true;
  } catch (error) {
    const reason = heldBecause(error, sync.run.tries);
    if (reason !== null && sync.run.phase === 'looking') {
      // The delivery itself may be applied all the same, or says better why it is held.
      await endLook(sync);
      return true;
    }
    if (reason !== null) {
      const outcome = sync.run.delivery.isTest ? 'test' : 'held';
      await endRun(sync, { outcome, counts: null, reason }, clock);
      return true;
    }
    if (error instanceof SiteError && (error.kind === 'forbidden' || error.kind === 'unauthenticated')) {
      await park(sync, error, clock);
      return false;
    }
    if (!(error instanceof SiteError) && !isStoreBusy(error)) log('sync-fault', factsOf(error));
    const tries = sync.run.tries + (error instanceof SiteError ? 1 : FAULT_TRIES);
    await changeSync(sync.id, (now) => (now.run?.no === sync.run.no ? { ...now, run: { ...now.run, tries } } : null));
    await pushSync(sync.id, Math.min(MAX_RETRY_SECONDS, RETRY_SECONDS * (1 + sync.run.tries)));
    return false;
  }
}

/** Why a delivery is given up; null where it may get through yet, or somebody else's doing may help. */
function heldBecause(error: unknown, tries: number): string | null {
  if (error instanceof RefusedFile) return error.message;
  if (error instanceof JobRefusal)
    return [error.message, error.advice].filter((words) => words !== undefined).join(' ');
  if (tries < TRIES) return null;
  return error instanceof SiteError
    ? 'Your site didn’t respond for a long time. Deliver the file again.'
    : 'Something went wrong in the app, several times. Deliver the file again, and check the app’s log.';
}

async function park(sync: RunningSync, error: SiteError, clock: Clock): Promise<void> {
  const said = error.serverMessages.join(' ');
  const reason = `${sync.owner.name}, as whom it acts, may not read what it needs${said === '' ? '.' : `: ${said}`}`;
  await changeSync(sync.id, (now) => ({ ...now, parked: { reason, since: now.parked?.since ?? clock.now() } }));
}

/** Lets the sync that a job belongs to count it in, once the job has ended. */
export async function wakeSyncOf(jobId: string): Promise<void> {
  const found = await readHeadOrRemains(jobId);
  if (found === undefined || isUnreadable(found) || found.syncId === null || !hasEnded(found)) return;
  await pushSync(found.syncId);
}

/** Whether a look at a sync can take it further. */
function hasToBeDriven(sync: Sync, now: number): boolean {
  const { run, arriving, primedBy, telling, undone } = sync;
  if (primedBy !== null || undone.length > 0 || telling !== null || mayBegin(sync, now) || isRetryDue(sync, now))
    return true;
  if (arriving !== null && now - arriving.at >= ARRIVES_WITHIN_MS) return true;
  // One that is parked is tried again, too: the owner may have got back what they may do.
  return run !== null && run.phase !== 'approval';
}

/** Looks at the syncs of the site, every five minutes: what is due begins, and what has got stuck goes on. */
export async function wakeSyncs(clock: Clock): Promise<void> {
  for (const id of await readSyncIds()) {
    const sync = await readSync(id);
    if (sync !== undefined && hasToBeDriven(sync, clock.now())) await pushSync(id);
  }
}
