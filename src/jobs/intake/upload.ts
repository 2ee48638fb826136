import { randomUUID } from 'node:crypto';
import { type ImportPlan, type LeftOutRow, ROWS_PER_PART } from '../../contract/imports';
import type { RequestOf } from '../../contract/resolvers';
import { TOO_MANY_NAMES } from '../../domain/import/plan-size';
import { duplicateIn, namingsOf } from '../../domain/import/duplicates';
import { kindOf, operationOf } from '../../domain/kinds';
import { batchSizeOf, looksUp, routeOf } from '../../domain/kinds/batch-size';
import { dependsOnBefore } from '../../domain/kinds/if-empty';
import { isUndoable } from '../../domain/kinds/undoable';
import { withLeftOut } from '../../domain/jobs/groups';
import { type JobHead, hasEnded, newHead } from '../../domain/jobs/head';
import type { Clock } from '../../platform/clock';
import { ConflictError, commit } from '../../platform/records';
import { changeJob, headOf } from '../store/change';
import { DamagedError } from '../store/damaged';
import {
  type List,
  headChange,
  packPlan,
  readAcceptedPart,
  readLeftOutPart,
  readPlan,
  readSite,
  siteChange,
  writePiece,
  writePlan,
} from '../store/ledger';
import { JobRefusal } from '../store/refusal';

/**
 * Registers a job that waits for its parts.
 * @throws JobRefusal INVALID; NOT_FOUND, CONFLICT for the job it retries, or comes after
 * @throws ConflictError where there is a job of the given id
 */
export async function createJob(
  request: RequestOf<'jobs.create'>,
  startedBy: JobHead['startedBy'],
  clock: Clock,
  {
    syncId = null,
    ruleId = null,
    undoOf = null,
    verified = false,
    id = randomUUID(),
  }: Partial<Pick<JobHead, 'syncId' | 'ruleId' | 'undoOf' | 'verified' | 'id'>> = {},
): Promise<string> {
  const { plan, rows, name, delimiter } = request;
  if (rows.total !== rows.accepted + rows.leftOut + (rows.joined ?? 0)) {
    throw new JobRefusal('INVALID', 'The accepted, left-out and joined rows don’t add up to the rows in the file.');
  }
  const packed = packPlan(plan);
  if (packed === null) {
    throw new JobRefusal('INVALID', TOO_MANY_NAMES.message, TOO_MANY_NAMES.advice);
  }
  const retryOf = request.retryOf === undefined ? null : await endedJob(request.retryOf);
  const after = request.after === undefined ? null : await unstartedJob(request.after);
  const kind = kindOf(plan.kind);
  const facts = {
    ...{ id, name, kind: plan.kind, operation: plan.operation, startedBy, rows, delimiter, retryOf },
    ...{ syncId, ruleId, undoOf, after },
    keepsBefore:
      (plan.keepsBefore === true || dependsOnBefore(plan)) && isUndoable(kind, operationOf(kind, plan.operation)),
    batchSize: batchSizeOf(kind, plan, rows.heaviest),
    route: routeOf(kind, plan),
    lookedUp: looksUp(kind, plan) ? 0 : null,
  };
  const head = { ...newHead(facts, clock.now()), verified };
  // In this order: what belongs to a registered job is cleared away with it, wherever this is cut off.
  await register(head);
  await writePlan(id, packed);
  if (after !== null)
    await changeJob(after.id, (now) => ({ head: { ...now, followers: [...now.followers, { id, name }] } }));
  return id;
}

/** A job whose rows may be sent once more: nothing of it is on its way any more. */
async function endedJob(jobId: string): Promise<NonNullable<JobHead['retryOf']>> {
  const { value: head } = await headOf(jobId);
  if (!hasEnded(head))
    throw new JobRefusal('CONFLICT', 'The import hasn’t ended yet.', 'Wait for its end, then retry its rows.');
  return { id: head.id, name: head.name };
}

/** A job that another one is to come after: nothing of it was sent yet, so that its end cannot be missed. */
async function unstartedJob(jobId: string): Promise<NonNullable<JobHead['after']>> {
  const { value: head } = await headOf(jobId);
  if (head.state !== 'uploading')
    throw new JobRefusal(
      'CONFLICT',
      'The import that comes first was started or cancelled.',
      'Start the import again.',
    );
  return { id: head.id, name: head.name };
}

async function register(head: JobHead): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const site = await readSite();
    const registered = headChange(head, 0);
    const jobs = [head.id, ...site.value.jobs];
    try {
      await commit([registered, siteChange({ ...site.value, jobs }, site.revision)]);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || error.key === registered.key || attempt === 8) throw error;
    }
  }
}

/**
 * Stores one piece. The last piece of a part completes it: then its rows are read back, counted and encoded, so that
 * what is accepted is known to be sendable.
 * @throws JobRefusal CONFLICT when the piece is out of order, INVALID when the part does not hold what it should
 */
export async function uploadPiece(request: RequestOf<'jobs.upload'>): Promise<JobHead> {
  const { jobId, list, part, piece, pieces, data } = request;
  const { value: head } = await headOf(jobId);
  if (head.state !== 'uploading')
    throw new JobRefusal('CONFLICT', 'The import was started or cancelled. Nothing can be added to it.');
  const arrived = head.uploaded[slotOf(list)];
  // The answer to the last piece may have been lost: its part is complete, and it comes once more.
  if (part === arrived.parts - 1) return head;
  if (part !== arrived.parts || piece > arrived.pieces || piece >= pieces) {
    throw new JobRefusal('CONFLICT', `Part ${part}, piece ${piece} arrived out of order.`, 'Start the import again.');
  }
  await writePiece(jobId, list, part, piece, pieces, data);
  const arrivedPart = piece === pieces - 1 ? await readArrived(head, list, part) : null;
  return changeJob(jobId, (now) => {
    if (now.state !== 'uploading' || now.uploaded[slotOf(list)].parts !== part) return null;
    const before = now.uploaded[slotOf(list)];
    const after =
      arrivedPart === null
        ? { ...before, pieces: Math.max(before.pieces, piece + 1) }
        : {
            parts: part + 1,
            rows: before.rows + arrivedPart.rows,
            pieces: 0,
            joined: (before.joined ?? 0) + arrivedPart.joined,
          };
    const { groups, others } = withLeftOut(now.leftOutGroups, arrivedPart?.leftOut ?? []);
    const counted = { leftOutGroups: groups, otherLeftOut: now.otherLeftOut + others };
    const namings = [...new Set([...now.namings, ...(arrivedPart?.namings ?? [])])];
    return { head: { ...now, ...counted, namings, uploaded: { ...now.uploaded, [slotOf(list)]: after } } };
  });
}

const slotOf = (list: List): 'accepted' | 'leftOut' => (list === 'accepted' ? 'accepted' : 'leftOut');

interface ArrivedPart {
  rows: number;
  /** Rows that are imported with these. */
  joined: number;
  /** How they name what they are about. */
  namings: readonly string[];
  leftOut: readonly LeftOutRow[];
}

async function readArrived(head: JobHead, list: List, part: number): Promise<ArrivedPart> {
  try {
    if (list === 'left-out') {
      const leftOut = await readLeftOutPart(head.id, part);
      return { rows: leftOut.length, joined: 0, namings: [], leftOut };
    }
    const rows = await readAcceptedPart(head.id, part);
    const expected = Math.min(ROWS_PER_PART, head.rows.accepted - part * ROWS_PER_PART);
    if (rows.length !== expected)
      throw new JobRefusal('INVALID', `Part ${part} has ${rows.length} rows instead of ${expected}.`);
    const namings = checkRows(
      rows.map(([, cells]) => cells),
      await readPlan(head.id),
      head.rows.heaviest,
    );
    const joined = rows.reduce((sum, [, , later = []]) => sum + later.length, 0);
    return { rows: rows.length, joined, namings, leftOut: [] };
  } catch (error) {
    if (error instanceof DamagedError)
      throw new JobRefusal('INVALID', `Part ${part} can’t be read.`, 'Start the import again.');
    throw error;
  }
}

/** Checks that rows can be sent. Answers with how they name what they are about. @throws JobRefusal INVALID */
function checkRows(rows: readonly string[][], plan: ImportPlan, heaviest: number | undefined): string[] {
  const kind = kindOf(plan.kind);
  const encode = kind.encoder(plan);
  const encoded = rows.map((cells) => encode(cells));
  const problem =
    encoded.find(({ operation }) => operation === null)?.problems[0]?.message ?? duplicateIn(encoded, kind);
  if (problem) throw new JobRefusal('INVALID', `A row can’t be sent. ${problem}`, 'Check the file again.');
  const isHeavier =
    heaviest !== undefined &&
    encoded.some(({ operation }) => operation !== null && (kind.weighs?.(operation) ?? 0) > heaviest);
  if (isHeavier) throw new JobRefusal('INVALID', 'A row changes more than was said.', 'Check the file again.');
  return namingsOf(encoded);
}
