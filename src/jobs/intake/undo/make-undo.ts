import { type ImportPlan, type LeftOutRow, ROWS_PER_PART, type StoredRow } from '../../../contract/imports';
import { type UndoJobs, type UndoList, noUndoJobs, undoLists } from '../../../contract/jobs';
import type { ResponseOf } from '../../../contract/resolvers';
import { acceptedJson, encodePart, leftOutJson } from '../../../domain/import/part';
import type { JobHead } from '../../../domain/jobs/head';
import { distinctName } from '../../../domain/jobs/name';
import { planOfList } from '../../../domain/undo/plan-of-list';
import { takenAway } from '../../../domain/undo/taken-away';
import type { Clock } from '../../../platform/clock';
import { packedStore } from '../../../platform/packed-file';
import { headOf } from '../../store/change';
import { type List, readPlan } from '../../store/ledger';
import { JobRefusal } from '../../store/refusal';
import { createJob, uploadPiece } from '../upload';
import { claimAndStart, hasClaimed } from './claim';
import { refuseIfNotUndoable } from './refuse';
import { stagedFields, stagedLeftOut, stagedRows, stagedSteps } from './staged';

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
 * `removes`: how many records, memberships and entitlements whoever asks has confirmed to be taken away.
 * @throws JobRefusal NOT_FOUND, CONFLICT
 */
export async function makeUndo(
  jobId: string,
  removes: number,
  made: UndoJobs,
  undoer: Undoer,
): Promise<ResponseOf<'jobs.undo'>> {
  const { value: head } = await headOf(jobId);
  if (hasClaimed(head, idsOf(made))) return answer(made, true);
  await refuseIfNotUndoable(head);
  const plan = await readPlan(jobId);
  const jobs = idsOf(made).length === 0 ? await createJobs(head, plan, removes, undoer) : made;
  const heads = await headsOf(jobs);
  if (heads.some(({ undoOf }) => undoOf?.id !== jobId))
    throw new JobRefusal('INVALID', 'The jobs undo another import.');
  const isWhole = await uploadAll(head, plan, jobs, undoer);
  if (isWhole) await claimAndStart(jobId, idsOf(jobs), undoer.clock);
  return answer(jobs, isWhole);
}

/** How far the jobs of an undo are. */
async function answer(jobs: UndoJobs, isStarted: boolean): Promise<ResponseOf<'jobs.undo'>> {
  const heads = await headsOf(jobs);
  const sum = (of: (one: JobHead) => number): number => heads.reduce((rows, one) => rows + of(one), 0);
  return {
    jobs,
    isStarted,
    uploaded: sum(({ uploaded }) => uploaded.accepted.rows + uploaded.leftOut.rows),
    rows: sum(({ rows }) => rows.total),
  };
}

const headsOf = (jobs: UndoJobs): Promise<JobHead[]> =>
  Promise.all(idsOf(jobs).map(async (id) => (await headOf(id)).value));

/** The jobs in the order in which they are started. */
const idsOf = (jobs: UndoJobs): string[] => undoLists.flatMap((list) => jobs[list] ?? []);

/** Registers the jobs that are needed. What is left alone is told with the first of them. */
async function createJobs(
  head: JobHead,
  plan: ImportPlan,
  removes: number,
  { by, names, clock }: Undoer,
): Promise<UndoJobs> {
  const at = clock.now();
  const counts = { back: 0, grant: 0, leave: 0, revoke: 0, remove: 0 };
  for (const list of undoLists) counts[list] = await countOf(stagedRows(head, list, at));
  const takes = await toldToBeTaken(head, at);
  if (takes !== removes)
    throw new JobRefusal('CONFLICT', `${takes} are taken away by now, not ${removes}.`, 'Start the undo again.');
  if (counts.back + counts.grant + takenAway(counts) === 0)
    throw new JobRefusal('CONFLICT', 'There’s nothing to undo.');
  const taken = await names();
  let leftOut = await countOf(stagedLeftOut(head, at));
  const jobs: UndoJobs = { ...noUndoJobs };
  const fields = await stagedFields(head, at);
  for (const list of undoLists) {
    const [its, accepted] = [planOfList(list, plan, fields), counts[list]];
    if (its === null || accepted === 0) continue;
    const rows = { total: accepted + leftOut, accepted, leftOut };
    const name = distinctName(`${head.name}${suffixes[list]}`, 'undo', taken);
    const request = { name, plan: its, delimiter: head.delimiter, rows };
    jobs[list] = await createJob(request, by, clock, { undoOf: { id: head.id, name: head.name } });
    leftOut = 0;
  }
  return jobs;
}

/** What the plan has said is taken away: of batches that were looked at in two calls, a pair can have been told twice. */
async function toldToBeTaken(head: JobHead, at: number): Promise<number> {
  let told = 0;
  for await (const { leave, revoke, remove } of stagedSteps(head, at))
    told += takenAway({ leave: leave.length, revoke: revoke.length, remove: remove.length });
  return told;
}

/** What the names of the jobs say of what they undo. */
const suffixes: Record<UndoList, string> = {
  back: '',
  grant: ': revoked',
  leave: ': organizations',
  revoke: ': entitlements',
  remove: ': created',
};

async function countOf(rows: AsyncIterable<unknown>): Promise<number> {
  const all = rows[Symbol.asyncIterator]();
  let count = 0;
  while ((await all.next()).done !== true) count += 1;
  return count;
}

/** Uploads what the jobs lack. False where the time ended before. */
async function uploadAll(undone: JobHead, plan: ImportPlan, jobs: UndoJobs, undoer: Undoer): Promise<boolean> {
  const { clock } = undoer;
  const fields = await stagedFields(undone, clock.now());
  for (const list of undoLists) {
    const [jobId, its] = [jobs[list], planOfList(list, plan, fields)];
    if (jobId === null || its === null) continue;
    const accepted = inParts(stagedRows(undone, list, clock.now()), acceptedJson);
    if (!(await uploadList(jobId, 'accepted', accepted, undoer))) return false;
    if ((await headOf(jobId)).value.rows.leftOut === 0) continue;
    const leftOut = inParts(widened(stagedLeftOut(undone, clock.now()), its), leftOutJson);
    if (!(await uploadList(jobId, 'left-out', leftOut, undoer))) return false;
  }
  return true;
}

/** Rows that are left alone, with a cell for each column of the job that tells of them: the first one names the record. */
async function* widened(rows: AsyncIterable<LeftOutRow>, { columns }: ImportPlan): AsyncGenerator<LeftOutRow> {
  for await (const [row, [name = ''], problems] of rows)
    yield [row, columns.map((_, at) => (at === 0 ? name : '')), problems, problems];
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
