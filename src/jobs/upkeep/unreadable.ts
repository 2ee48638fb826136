import type { JobHead } from '../../domain/jobs/head';
import { type SiteJobs, enqueue, noteUnreadable, readAgain, release, sinceUnreadable } from '../../domain/jobs/site';
import type { Clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { changeJob, changeSite } from '../store/change';
import { wakeTurn } from '../run/chain';
import { SURELY_OVER_MS } from '../run/conclude';
import { isUnreadable, readHeads, readSite } from '../store/ledger';

/**
 * Checks the jobs that have the turn or wait for it, every five minutes. One whose head this version of the app cannot read
 * lets the others go first, and takes its place again once a version can read it.
 */
export async function passOverUnreadable(clock: Clock): Promise<void> {
  const { turn, queue, unreadable } = (await readSite()).value;
  const passedOver = unreadable.filter(({ isActive }) => isActive).map(({ id }) => id);
  const found = await readHeads([...new Set([...(turn === null ? [] : [turn]), ...queue, ...passedOver])]);
  const lost = found.filter(isUnreadable).map(({ id }) => id);
  if (lost.length > 0) {
    const after = await changeSite((site) => lost.reduce((now, id) => passOver(now, id, clock.now()), site));
    if (after.turn !== turn) await wakeTurn();
  }
  for (const { id } of found) if (passedOver.includes(id) && !lost.includes(id)) await takeBack(id);
}

/**
 * Nothing is known of the batches of such a job: it keeps the turn for as long as the site may be at work on them. One
 * that waits has none on their way.
 */
function passOver(site: SiteJobs, jobId: string, now: number): SiteJobs {
  if (site.turn !== jobId && !site.queue.includes(jobId)) return site;
  const noted = noteUnreadable(site, jobId, now);
  const mayBeAtWork = site.turn === jobId && now - (sinceUnreadable(noted, jobId) ?? now) < SURELY_OVER_MS;
  return mayBeAtWork ? noted : release(noted, jobId);
}

/** A job goes on where it was, before all others that wait where it has lost the turn; one that is parked stays so. */
async function takeBack(jobId: string): Promise<void> {
  log('readable-again', { jobId });
  await changeJob(jobId, (head, site) => {
    const known = readAgain(site, jobId);
    if (!moves(head)) return { head, site: known };
    const after = enqueue(known, jobId, 'first');
    const state = head.state === 'running' && after.turn !== jobId ? 'queued' : head.state;
    return { head: { ...head, state }, site: after };
  });
}

const moves = ({ state }: JobHead): boolean => state === 'queued' || state === 'running' || state === 'cancelling';
