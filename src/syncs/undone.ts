import { ROWS_PER_PART } from '../contract/imports';
import { type JobHead, hasEnded } from '../domain/jobs/head';
import { ENTITLEMENTS } from '../domain/kinds/entitlements';
import { type AppliedRecords, GONE, UNKNOWN } from '../domain/syncs/applied-records';
import type { Sync } from '../domain/syncs/sync';
import { DamagedError } from '../jobs/store/damaged';
import { isUnreadable, readAcceptedPart, readHeadOrRemains, readHeads } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { type AppliedChange, deleteGeneration, readApplied, readLabels, writeApplied } from './applied';
import { recordsOfRows, rowsThatSay } from './applied-by-job';
import { changeSync, readSync, readSyncIds } from './store';

/** An undo that has not begun by then never will: whoever asked for it has left, or it was refused. */
const BEGINS_WITHIN_MS = 24 * 60 * 60 * 1000;

/** The syncs for which what a job has done counts as applied: the one that made it, and those that were made of it. */
export async function syncsCounting(jobId: string): Promise<Sync[]> {
  const head = await readableHead(jobId);
  if (head === null) return [];
  const all = await Promise.all((await readSyncIds()).map(readSync));
  const found: Sync[] = [];
  for (const sync of all) if (sync !== undefined && (await counts(sync, head))) found.push(sync);
  return found;
}

async function counts({ id, primedWith }: Sync, { id: jobId, syncId }: JobHead): Promise<boolean> {
  if (syncId === id || primedWith === jobId) return true;
  // One made of an import counts what the others of its file have done as well.
  return primedWith !== null && (await readableHead(primedWith))?.beside.includes(jobId) === true;
}

/** The head of a job; null where it is gone, or cannot be read. */
async function readableHead(jobId: string): Promise<JobHead | null> {
  const found = await readHeadOrRemains(jobId);
  return found === undefined || isUnreadable(found) ? null : found;
}

/** Notes with the syncs that count a job that its undo was asked for: before that begins, so that none is missed. */
export async function noteUndo(jobId: string, clock: Clock): Promise<void> {
  for (const { id } of await syncsCounting(jobId))
    await changeSync(id, (now) =>
      now.undone.some(({ job }) => job === jobId)
        ? null
        : { ...now, undone: [...now.undone, { job: jobId, at: clock.now() }] },
    );
}

/**
 * Takes what was undone off what counts as applied, so that the next delivery sends it again. Nobody knows which of the rows
 * that an undo had the site has undone: they are no longer known. Nor is anything where the job is gone by then: it can have
 * waited for a run. True where something has changed.
 */
export async function forgetUndone(sync: Sync, clock: Clock): Promise<boolean> {
  // What a run does counts once it has ended.
  if (sync.run !== null) return false;
  for (const { job, at } of sync.undone) {
    const head = await readableHead(job);
    const state = head === null ? 'done' : await undoOf(head, clock.now() - at);
    if (state === 'on its way') continue;
    if (state === 'done') return forget(sync, job, head);
    await changeSync(sync.id, (now) => ({ ...now, undone: without(now.undone, job) }));
    return true;
  }
  return false;
}

const without = (undone: Sync['undone'], job: string): Sync['undone'] => undone.filter((one) => one.job !== job);

async function undoOf({ undoneBy }: JobHead, agoMs: number): Promise<'on its way' | 'over' | 'done'> {
  if (undoneBy.length === 0) return agoMs < BEGINS_WITHIN_MS ? 'on its way' : 'over';
  const undos = await readHeads(undoneBy.map(({ id }) => id));
  return undos.every((undo) => isUnreadable(undo) || hasEnded(undo)) ? 'done' : 'on its way';
}

async function forget(sync: Sync, job: string, head: JobHead | null): Promise<boolean> {
  const [records, labels] = [await readApplied(sync.id, sync.applied), await readLabels(sync.id, sync.applied)];
  const changes: AppliedChange[] = [];
  const touched = head === null ? null : await touchedBy(sync, head);
  for (const { key, label } of touched ?? allIn(records)) {
    const place = records.find(key);
    if (place >= 0) changes.push({ key, print: UNKNOWN, label: labels[place] ?? label });
  }
  const applied = await writeApplied(sync.id, sync.applied, records, changes);
  const isSame = (now: Sync['applied']): boolean => JSON.stringify(now) === JSON.stringify(sync.applied);
  const after = await changeSync(sync.id, (now) =>
    now.run === null && isSame(now.applied)
      ? { ...now, applied, undone: without(now.undone, job), lastHash: null }
      : null,
  );
  const isDone = !after.undone.some((one) => one.job === job);
  if (isDone && applied.generation !== sync.applied.generation) await deleteGeneration(sync.id, sync.applied);
  return isDone;
}

type Touched = Pick<AppliedChange, 'key' | 'label'>[];

/** All that counts as applied, but for what has vanished: a record that is sent once too often changes nothing. */
function allIn(records: AppliedRecords): Touched {
  const places = Array.from({ length: records.size }, (_, place) => place);
  return places
    .filter((place) => records.printAt(place) !== GONE)
    .map((place) => ({ key: records.keyAt(place), label: '' }));
}

/** The records that the undo of a job has touched; null where that can't be read any more: it can be any. */
async function touchedBy(sync: Sync, head: JobHead): Promise<Touched | null> {
  try {
    return await recordsTouchedBy(sync, head);
  } catch (error) {
    if (error instanceof JobRefusal || error instanceof DamagedError) return null;
    throw error;
  }
}

async function recordsTouchedBy({ id, primedWith }: Sync, head: JobHead): Promise<Touched | null> {
  if (head.syncId === id || primedWith === head.id || primedWith === null) {
    const rows = await rowsOfUndo(head);
    return rows && recordsOfRows(id, head.id, (row) => rows.has(row));
  }
  const of = head.kind === ENTITLEMENTS ? 'entitlement' : 'organization';
  return recordsOfRows(id, primedWith, await rowsThatSay(primedWith, of));
}

/** The numbers of the rows of a job that its undo was to undo; null where one that undid it is gone, or can't be read. */
async function rowsOfUndo({ undoneBy }: JobHead): Promise<ReadonlySet<number> | null> {
  const rows = new Set<number>();
  const undos = (await readHeads(undoneBy.map(({ id }) => id))).filter((undo) => !isUnreadable(undo));
  if (undos.length < undoneBy.length) return null;
  for (const { id, rows: sent } of undos)
    for (let part = 0; part * ROWS_PER_PART < sent.accepted; part += 1)
      for (const [row] of await readAcceptedPart(id, part)) rows.add(row);
  return rows;
}
