import { type ImportPlan, type LeftOutRow, ROWS_PER_PART, type StoredRow } from '../../../contract/imports';
import type { UndoJobs } from '../../../contract/jobs';
import type { ResponseOf } from '../../../contract/resolvers';
import { acceptedJson, encodePart, leftOutJson } from '../../../domain/import/part';
import type { JobHead } from '../../../domain/jobs/head';
import { distinctName } from '../../../domain/jobs/name';
import { removalPlanOf, undoPlanOf } from '../../../domain/undo/undo-plan';
import type { Clock } from '../../../platform/clock';
import { packedStore } from '../../../platform/packed-file';
import { changeJob, headOf } from '../../store/change';
import { type List, readPlan } from '../../store/ledger';
import { JobRefusal } from '../../store/refusal';
import { cancelJob, startJob } from '../lifecycle';
import { createJob, uploadPiece } from '../upload';
import { refuseIfNotUndoable } from './refuse';
import { stagedLeftOut, stagedRows } from './staged';

/** Who undoes a job, and until when this call may work on it. */
export interface Undoer {
  by: JobHead['startedBy'];
  /** The names of other jobs. */
  names: () => Promise<string[]>;
  clock: Clock;
  deadline: number;
}

/** Kept of a call for its answer, and for the part that it is at. */
const RESERVE_MS = 6_000;

/**
 * Makes the jobs that undo a job of what its plan has found, as far as the time goes, and starts them once they are whole.
 * `removes`: the number of records that whoever asks has confirmed to be deleted.
 * @throws JobRefusal NOT_FOUND, CONFLICT
 */
export async function makeUndo(
  jobId: string,
  removes: number,
  made: UndoJobs,
  undoer: Undoer,
): Promise<ResponseOf<'jobs.undo'>> {
  const { value: head } = await headOf(jobId);
  await refuseIfNotUndoable(head);
  const plan = await readPlan(jobId);
  const isNew = made.back === null && made.remove === null;
  const jobs = isNew ? await createJobs(head, plan, removes, undoer) : made;
  const heads = await Promise.all(idsOf(jobs).map(async (id) => (await headOf(id)).value));
  if (heads.some(({ undoOf }) => undoOf?.id !== jobId))
    throw new JobRefusal('INVALID', 'The jobs undo another import.');
  const isWhole = await uploadAll(head, jobs, undoer);
  if (isWhole) await startAll(head, jobs, undoer);
  const now = await Promise.all(idsOf(jobs).map(async (id) => (await headOf(id)).value));
  const sum = (of: (one: JobHead) => number): number => now.reduce((rows, one) => rows + of(one), 0);
  return {
    jobs,
    isStarted: isWhole,
    uploaded: sum(({ uploaded }) => uploaded.accepted.rows + uploaded.leftOut.rows),
    rows: sum(({ rows }) => rows.total),
  };
}

const idsOf = ({ back, remove }: UndoJobs): string[] => [back, remove].filter((id) => id !== null);

/** Registers the jobs that are needed. What is left alone is told with the first of them. */
async function createJobs(
  head: JobHead,
  plan: ImportPlan,
  removes: number,
  { by, names, clock }: Undoer,
): Promise<UndoJobs> {
  const at = clock.now();
  const back = await countOf(stagedRows(head.id, 'back', at));
  const remove = await countOf(stagedRows(head.id, 'remove', at));
  const left = await countOf(stagedLeftOut(head.id, at));
  if (remove !== removes)
    throw new JobRefusal('CONFLICT', `${remove} records are deleted by now, not ${removes}.`, 'Start the undo again.');
  if (back + remove === 0) throw new JobRefusal('CONFLICT', 'There’s nothing to undo.');
  const taken = await names();
  const create = async (its: ImportPlan, accepted: number, leftOut: number, name: string): Promise<string> => {
    const rows = { total: accepted + leftOut, accepted, leftOut };
    const request = { name: distinctName(name, 'undo', taken), plan: its, delimiter: head.delimiter, rows };
    return createJob(request, by, clock, { undoOf: { id: head.id, name: head.name } });
  };
  const removal = removalPlanOf(plan);
  const id = back === 0 ? null : await create(undoPlanOf(plan), back, left, head.name);
  if (remove === 0 || removal === null) return { back: id, remove: null };
  return { back: id, remove: await create(removal, remove, id === null ? left : 0, `${head.name}: created`) };
}

async function countOf(rows: AsyncIterable<unknown>): Promise<number> {
  const all = rows[Symbol.asyncIterator]();
  let count = 0;
  while ((await all.next()).done !== true) count += 1;
  return count;
}

/** Uploads what the jobs lack. False where the time ended before. */
async function uploadAll(undone: JobHead, jobs: UndoJobs, undoer: Undoer): Promise<boolean> {
  const { clock } = undoer;
  for (const list of ['back', 'remove'] as const) {
    const jobId = jobs[list];
    if (jobId === null) continue;
    const accepted = inParts(stagedRows(undone.id, list, clock.now()), acceptedJson);
    if (!(await uploadList(jobId, 'accepted', accepted, undoer))) return false;
    if ((await headOf(jobId)).value.rows.leftOut === 0) continue;
    const leftOut = inParts(widened(stagedLeftOut(undone.id, clock.now()), list), leftOutJson);
    if (!(await uploadList(jobId, 'left-out', leftOut, undoer))) return false;
  }
  return true;
}

/** The job that deletes has the column of the id alone. */
async function* widened(rows: AsyncIterable<LeftOutRow>, list: 'back' | 'remove'): AsyncGenerator<LeftOutRow> {
  for await (const [row, cells, problems] of rows)
    yield [row, list === 'back' ? cells : cells.slice(0, 1), problems, problems];
}

async function* inParts<Row extends StoredRow | LeftOutRow>(
  rows: AsyncIterable<Row>,
  json: (rows: Row[]) => string,
): AsyncGenerator<() => string> {
  let part: Row[] = [];
  const packed = (some: Row[]) => () => json(some);
  for await (const row of rows) {
    part.push(row);
    if (part.length < ROWS_PER_PART) continue;
    yield packed(part);
    part = [];
  }
  if (part.length > 0) yield packed(part);
}

async function uploadList(
  jobId: string,
  list: List,
  parts: AsyncIterable<() => string>,
  { clock, deadline }: Undoer,
): Promise<boolean> {
  const { uploaded } = (await headOf(jobId)).value;
  const before = list === 'accepted' ? uploaded.accepted.parts : uploaded.leftOut.parts;
  let part = -1;
  for await (const json of parts) {
    part += 1;
    if (part < before) continue;
    if (deadline - clock.now() < RESERVE_MS) return false;
    const pieces = await encodePart(json(), packedStore.gzip);
    for (const [piece, data] of pieces.entries())
      await uploadPiece({ jobId, list, part, piece, pieces: pieces.length, data });
  }
  return true;
}

/** Claims the job that is undone, and starts what undoes it: nobody else can have claimed it in between. */
async function startAll({ id: jobId }: JobHead, jobs: UndoJobs, { clock }: Undoer): Promise<void> {
  const heads = await Promise.all(idsOf(jobs).map(async (id) => (await headOf(id)).value));
  const undoneBy = heads.map(({ id, name }) => ({ id, name }));
  try {
    const known = (await headOf(jobId)).value;
    await refuseIfNotUndoable(known);
    await changeJob(jobId, (now) => {
      if (JSON.stringify(now.undoneBy) !== JSON.stringify(known.undoneBy))
        throw new JobRefusal('CONFLICT', 'Someone else has just undone the import.', 'Reload the page.');
      return { head: { ...now, undoneBy } };
    });
  } catch (error) {
    if (error instanceof JobRefusal) for (const { id } of undoneBy) await cancelJob(id, null, clock);
    throw error;
  }
  for (const { id } of undoneBy) await startJob(id, clock);
}
