import { type JobHead, ROWS_PER_LOOK_UP, batchCount, hasEnded } from '../../domain/jobs/head';
import type { Settings } from '../../contract/settings';
import { leftAloneUntil } from '../../domain/jobs/kept';
import { noteUnreadable, readAgain, release, sinceUnreadable } from '../../domain/jobs/site';
import type { Clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { deleteRecord } from '../../platform/records';
import { BATCH_KEYS, deleteValues, keysUnder } from '../../platform/values';
import { changeJob, changeSite } from '../store/change';
import { cancelJob, waitsForAnother } from '../intake/lifecycle';
import { ended } from '../run/conclude';
import { type List, isUnreadable, keys, piecesOfPart, readHeadOrRemains, readSite } from '../store/ledger';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes the jobs that are past their retention, and uploads that nobody started, oldest first, until `deadline`. A
 * parked or paused job that nobody has touched for as long is cancelled; one that cannot be read is deleted when that was found as
 * long ago, as a later version of the app may be able to read it.
 * What is not reached comes the next day: a job is taken off the list only after the last of its values is gone.
 */
export async function purge(settings: Settings, clock: Clock, deadline: number): Promise<void> {
  const { value: site } = await readSite();
  for (const jobId of [...site.jobs].reverse()) {
    if (clock.now() > deadline) return;
    const found = await readHeadOrRemains(jobId);
    if (found !== undefined && isUnreadable(found)) {
      if (await isLongUnreadable(jobId, settings, clock.now())) {
        if (!(await deleteAll(keysUnder(keys.allOf(jobId)), clock, deadline))) return;
        // Nobody knows when it ended.
        await forget(jobId, clock.now());
      }
      continue;
    }
    if (site.unreadable.some(({ id, isActive }) => id === jobId && !isActive))
      await changeSite((now) => readAgain(now, jobId));
    if (found !== undefined && !isPast(found, settings, clock.now())) continue;
    // Nobody is to touch it before the job that comes first has ended, however long that takes.
    if (found?.state === 'paused' && found.isHeld && (await waitsForAnother(found))) continue;
    if (found?.state === 'needs-attention' || found?.state === 'paused') {
      // It holds rows of the file for as long as nobody ends it: followed to its end, it is kept as any other that has.
      await cancelJob(jobId, null, clock);
      continue;
    }
    const head = found?.state === 'uploading' ? await closeUpload(found, clock) : found;
    if (head !== undefined && !hasEnded(head)) continue;
    if (head !== undefined && !(await deleteAll(valueKeys(head), clock, deadline))) return;
    await forget(jobId, head?.endedAt ?? 0);
  }
}

/** Whether it was found so long ago that the job cannot be read; what is found now is written down. */
async function isLongUnreadable(jobId: string, { retentionDays }: Settings, now: number): Promise<boolean> {
  const site = await changeSite((before) => noteUnreadable(before, jobId, now));
  return now - (sinceUnreadable(site, jobId) ?? now) > retentionDays * DAY_MS;
}

/** Off the list last: what is on it is found again, wherever this is cut off. */
async function forget(jobId: string, endedAt: number): Promise<void> {
  await deleteRecord(keys.head(jobId));
  await changeSite((site) => {
    const rest = release(readAgain(site, jobId), jobId);
    const jobs = rest.jobs.filter((id) => id !== jobId);
    return { ...rest, jobs, deletedEndedAt: Math.max(rest.deletedEndedAt, endedAt) };
  });
  log('job-purged', { jobId });
}

/** Closes an upload, so that nobody can start it any more; whoever has started it meanwhile is left alone. */
function closeUpload({ id }: JobHead, clock: Clock): Promise<JobHead> {
  return changeJob(id, (now) => (now.state === 'uploading' ? { head: ended(now, 'not-started', clock.now()) } : null));
}

function isPast(head: JobHead, { retentionDays }: Settings, now: number): boolean {
  const until = leftAloneUntil(head, retentionDays);
  return until !== null && now > until;
}

/** False where the time ends before the last of them is deleted. */
async function deleteAll(valuesOf: AsyncIterable<string>, clock: Clock, deadline: number): Promise<boolean> {
  let some: string[] = [];
  for await (const key of valuesOf) {
    some.push(key);
    if (some.length < BATCH_KEYS) continue;
    await deleteValues(some);
    some = [];
    if (clock.now() > deadline) return false;
  }
  await deleteValues(some);
  return true;
}

/** Every key that the job may have written, besides its head; the plan last. */
async function* valueKeys(head: JobHead): AsyncGenerator<string> {
  for (let batch = 0; batch < Math.min(head.next, batchCount(head)); batch += 1) yield keys.batch(head.id, batch);
  // A look-up is counted in with the commit that writes it.
  const lookUps = Math.ceil((head.lookedUp ?? 0) / ROWS_PER_LOOK_UP);
  for (let lookUp = 0; lookUp < lookUps; lookUp += 1) yield keys.lookUp(head.id, lookUp);
  // Which batches have them is not written down; queries have caught up long before a job is deleted.
  yield* keysUnder(keys.allIdsFound(head.id));
  if (head.keepsBefore) {
    yield* keysUnder(keys.allBefores(head.id));
    yield* keysUnder(keys.allUndoSteps(head.id));
  }
  const lists: [List, number][] = [
    ['accepted', head.uploaded.accepted.parts],
    ['left-out', head.uploaded.leftOut.parts],
  ];
  for (const [list, parts] of lists) {
    // The part behind the last whole one may have been begun.
    for (let part = 0; part <= parts; part += 1) {
      const pieces = await piecesOfPart(head.id, list, part);
      // Piece 0 goes last, as it tells how many there are.
      for (let piece = pieces - 1; piece >= 0; piece -= 1) yield keys.piece(head.id, list, part, piece);
    }
  }
  yield keys.plan(head.id);
}
