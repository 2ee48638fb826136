import { gzipSync } from 'node:zlib';
import { ROWS_PER_PART, type StoredRow } from '../../contract/imports';
import type { ResponseOf } from '../../contract/resolvers';
import { type ActionJob, cellsFor } from '../../domain/directory/action';
import { acceptedJson, cutPieces } from '../../domain/import/part';
import { distinctName } from '../../domain/jobs/name';
import { startJob } from '../../jobs/intake/lifecycle';
import { createJob, uploadPiece } from '../../jobs/intake/upload';
import { headOf } from '../../jobs/store/change';
import { JobRefusal } from '../../jobs/store/refusal';
import { listNames } from '../../jobs/view/read';
import type { Clock } from '../../platform/clock';
import { ConflictError } from '../../platform/records';
import { type Choice, chunksOf, readChosen, writeChoice } from './choice';

/** With less time left, the next part is left to the next call: its rows are read, encoded and counted when it arrives. */
const PART_MS = 8_000;
/** The first row of a file has its headers. */
const FIRST_ROW = 2;
/** Most characters of the name of a job. */
const MAX_NAME = 255;

/** A job that is not whole after this long was cut off: a resolver has 25 seconds. */
const MAKING_MS = 30_000;

export interface Actor {
  accountId: string;
  name: string;
}

/**
 * Makes a job of what was chosen and starts it, some parts a call. A call that comes twice goes on where the job is.
 * @param deadline by when the call has to answer, in milliseconds since 1970
 * @throws JobRefusal
 */
export async function act(
  id: string,
  choice: Choice,
  job: ActionJob,
  by: Actor,
  clock: Clock,
  deadline: number,
): Promise<ResponseOf<'directory.act'>> {
  if (choice.next !== null || choice.rows === 0)
    throw new JobRefusal('CONFLICT', 'Nobody is selected.', 'Select rows, then try again.');
  const jobId = choice.jobId ?? (await create(id, choice, job, by, clock));
  if (jobId === null) return { jobId: id, isStarted: false, sent: 0, of: choice.rows };
  if (choice.doing !== null && choice.doing !== JSON.stringify(job)) throw otherJob();
  const parts = chunksOf(choice);
  for (;;) {
    const { value: head } = await headOf(jobId);
    const sent = head.uploaded.accepted.rows;
    if (head.state !== 'uploading') return { jobId, isStarted: true, sent, of: choice.rows };
    const part = head.uploaded.accepted.parts;
    if (part >= parts) break;
    if (deadline - clock.now() < PART_MS) return { jobId, isStarted: false, sent, of: choice.rows };
    const rows = rowsOf(choice, await readChosen(id, part), part, job);
    await uploadPart(jobId, part, rows).catch(unlessMoved(jobId, part));
  }
  await startJob(jobId, clock);
  return { jobId, isStarted: true, sent: choice.rows, of: choice.rows };
}

const otherJob = (): JobRefusal =>
  new JobRefusal(
    'CONFLICT',
    'An import was already made of this selection.',
    'Look for it under Imports, or select the rows again.',
  );

/** Another call may have sent the part first: then what this one was refused is done. */
const unlessMoved =
  (jobId: string, part: number) =>
  async (error: unknown): Promise<void> => {
    const { value: head } = await headOf(jobId);
    if (!(error instanceof JobRefusal) || (head.state === 'uploading' && head.uploaded.accepted.parts <= part))
      throw error;
  };

/**
 * The job has the id of the choice, so that one of two calls makes it. Null for the other: it goes on once the choice says
 * that the job is whole.
 */
async function create(id: string, choice: Choice, job: ActionJob, by: Actor, clock: Clock): Promise<string | null> {
  const { plan, name } = job;
  const rows = { total: choice.rows, leftOut: 0, accepted: choice.rows };
  const distinct = distinctName(name.slice(0, MAX_NAME - 20), 'new', await listNames());
  try {
    await createJob({ name: distinct, plan, delimiter: ',', rows }, by, clock, { id });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const { value: made } = await headOf(id);
    if (clock.now() - made.createdAt > MAKING_MS) throw otherJob();
    return null;
  }
  await writeChoice(id, { ...choice, jobId: id, doing: JSON.stringify(job) });
  return id;
}

function rowsOf(
  choice: Choice,
  chosen: Awaited<ReturnType<typeof readChosen>>,
  part: number,
  job: ActionJob,
): StoredRow[] {
  const first = part * ROWS_PER_PART + FIRST_ROW;
  return chosen.map((row, at): StoredRow => [first + at, cellsFor(choice.entity, row, job)]);
}

async function uploadPart(jobId: string, part: number, rows: readonly StoredRow[]): Promise<void> {
  const pieces = cutPieces(gzipSync(acceptedJson(rows)).toString('base64'));
  for (const [piece, data] of pieces.entries())
    await uploadPiece({ jobId, list: 'accepted', part, piece, pieces: pieces.length, data });
}
