import * as v from 'valibot';
import { type ImportPlan, type StoredRow, importPlanSchema } from '../../contract/imports';
import { MAX_PART_BYTES, PIECE_CHARS, ROWS_PER_PART } from '../../contract/imports';
import { DamagedPart, parseAccepted, parseLeftOut } from '../../domain/import/part';
import type { UnreadableJob } from '../../contract/jobs';
import { type BatchRecord, batchRecordSchema, knownSchema } from '../../domain/jobs/account';
import { type Before, beforeRecordSchema } from '../../domain/jobs/before';
import { type JobHead, ROWS_PER_LOOK_UP, jobHeadSchema } from '../../domain/jobs/head';
import { type LookedUpRow, lookUpRecordSchema } from '../../domain/jobs/looked-up';
import { type SiteJobs, noJobs, siteJobsSchema } from '../../domain/jobs/site';
import { findKind } from '../../domain/kinds';
import { pack, unpack } from '../../platform/gzip';
import { DamagedError, UnreadableHead } from './damaged';
import { type RecordChange, type Versioned, readRecord } from '../../platform/records';
import { readValue, readValues, writeValue } from '../../platform/values';

/** The keys under which the ledger keeps what it knows. Everything of one job begins with its id. */
export const keys = {
  site: 'site-jobs',
  head: (jobId: string) => `job:${jobId}`,
  /** What the keys of all of its values begin with. */
  allOf: (jobId: string) => `job:${jobId}:`,
  plan: (jobId: string) => `job:${jobId}:plan`,
  piece: (jobId: string, list: List, part: number, piece: number) => `job:${jobId}:${list}:${part}:${piece}`,
  batch: (jobId: string, batch: number) => `job:${jobId}:batch:${batch}`,
  lookUp: (jobId: string, lookUp: number) => `job:${jobId}:look-up:${lookUp}`,
  idsFound: (jobId: string, batch: number) => `job:${jobId}:ids-found:${batch}`,
  before: (jobId: string, batch: number) => `job:${jobId}:before:${batch}`,
  allBefores: (jobId: string) => `job:${jobId}:before:`,
  undoStep: (jobId: string, batch: number) => `job:${jobId}:undo:${batch}`,
  allUndoSteps: (jobId: string) => `job:${jobId}:undo:`,
  allIdsFound: (jobId: string) => `job:${jobId}:ids-found:`,
};

export type List = 'accepted' | 'left-out';

const { name, startedBy, createdAt } = jobHeadSchema.entries;
/** What a page tells of a job, each by itself as far as it can be read. */
const remainsSchema = v.object({
  name: v.fallback(v.nullable(name), null),
  startedBy: v.fallback(v.nullable(startedBy), null),
  createdAt: v.fallback(v.nullable(createdAt), null),
});
const noRemains = { name: null, startedBy: null, createdAt: null };

const pieceSchema = v.object({ pieces: v.number(), data: v.string() });

/** @throws UnreadableHead */
export async function readHead(jobId: string): Promise<Versioned<JobHead> | undefined> {
  try {
    const found = await readRecord(keys.head(jobId), jobHeadSchema);
    if (found !== undefined && findKind(found.value.kind) === undefined) throw new UnreadableHead();
    return found;
  } catch (error) {
    throw error instanceof v.ValiError ? new UnreadableHead({ cause: error }) : error;
  }
}

/** The head of a job, or what is left of one that this version cannot read. */
export async function readHeadOrRemains(jobId: string): Promise<JobHead | UnreadableJob | undefined> {
  try {
    return (await readHead(jobId))?.value;
  } catch (error) {
    if (!(error instanceof UnreadableHead)) throw error;
    return { id: jobId, state: 'unreadable', ...(await readRemains(jobId)) };
  }
}

export const isUnreadable = (found: JobHead | UnreadableJob): found is UnreadableJob => found.state === 'unreadable';

/** The heads of many jobs; one that is gone is left out. */
export async function readHeads(jobIds: readonly string[]): Promise<(JobHead | UnreadableJob)[]> {
  const heads = await Promise.all(jobIds.map(readHeadOrRemains));
  return heads.filter((head) => head !== undefined);
}

async function readRemains(jobId: string): Promise<v.InferOutput<typeof remainsSchema>> {
  try {
    return (await readRecord(keys.head(jobId), remainsSchema))?.value ?? noRemains;
  } catch (error) {
    if (error instanceof v.ValiError) return noRemains;
    throw error;
  }
}

export const headChange = (head: JobHead, over: number): RecordChange => ({
  key: keys.head(head.id),
  value: head,
  over,
});

export const readSite = async (): Promise<Versioned<SiteJobs>> =>
  (await readRecord(keys.site, siteJobsSchema)) ?? { value: noJobs, revision: 0 };

export const siteChange = (site: SiteJobs, over: number): RecordChange => ({ key: keys.site, value: site, over });

/** A plan as it is stored; null when it is too large for one value. */
export function packPlan(plan: ImportPlan): string | null {
  const packed = pack(JSON.stringify(plan));
  return packed.length > PIECE_CHARS ? null : packed;
}

export const writePlan = (jobId: string, packed: string) => writeValue(keys.plan(jobId), packed);

/** @throws DamagedError */
export async function readPlan(jobId: string): Promise<ImportPlan> {
  return readable('plan', async () =>
    v.parse(
      importPlanSchema,
      JSON.parse(unpack(v.parse(v.string(), await readValue(keys.plan(jobId))), MAX_PART_BYTES)),
    ),
  );
}

export const writePiece = (jobId: string, list: List, part: number, piece: number, pieces: number, data: string) =>
  writeValue(keys.piece(jobId, list, part, piece), { pieces, data });

/** How many pieces a part has; 0 when not even its first one is there. */
export async function piecesOfPart(jobId: string, list: List, part: number): Promise<number> {
  const first = await readValue(keys.piece(jobId, list, part, 0));
  return first === undefined ? 0 : v.parse(pieceSchema, first).pieces;
}

/** @throws DamagedError */
export const readAcceptedPart = (jobId: string, part: number) =>
  readable('data', async () => parseAccepted(await readPart(jobId, 'accepted', part)));

/** @throws DamagedError */
export const readLeftOutPart = (jobId: string, part: number) =>
  readable('list of left-out rows', async () => parseLeftOut(await readPart(jobId, 'left-out', part)));

/** Reads accepted rows from one on, all of one part, and each part at most once. One lives for one step: it belongs to one job of one tenant. */
export function rowReader(head: JobHead): (first: number, count: number) => Promise<StoredRow[]> {
  const parts = new Map<number, Promise<StoredRow[]>>();
  return async (first, count) => {
    const part = Math.floor(first / ROWS_PER_PART);
    const rows = parts.get(part) ?? readAcceptedPart(head.id, part);
    parts.set(part, rows);
    const offset = first - part * ROWS_PER_PART;
    return (await rows).slice(offset, offset + count);
  };
}

/** A look-up as it is stored: packed, as the records of twenty removals can be larger than a value may be. Forge, key-value store limits. */
export const packLookUp = (rows: readonly LookedUpRow[]): string => pack(JSON.stringify(rows));

/** What was found for so many rows from one on. @throws DamagedError where some of it is not there */
export async function readLookedUp(jobId: string, first: number, count: number): Promise<LookedUpRow[]> {
  const from = Math.floor(first / ROWS_PER_LOOK_UP);
  const to = Math.ceil((first + count) / ROWS_PER_LOOK_UP);
  const all = Array.from({ length: to - from }, (_, at) => keys.lookUp(jobId, from + at));
  return readable('look-ups', async () => {
    const found = await readValues(all);
    const rows = all.flatMap((key) => {
      const packed = v.parse(v.string(), found.get(key));
      return v.parse(lookUpRecordSchema, JSON.parse(unpack(packed, MAX_PART_BYTES)));
    });
    return rows.slice(first - from * ROWS_PER_LOOK_UP).slice(0, count);
  });
}

/** An account as it is stored: the ids of a hundred rows take a third of their size so. */
export const packAccount = ({ known, ...record }: BatchRecord): v.InferInput<typeof storedAccountSchema> =>
  known.length === 0 ? record : { ...record, known: pack(JSON.stringify(known)) };

const storedAccountSchema = v.object({ ...batchRecordSchema.entries, known: v.optional(v.string()) });

function parseAccount(stored: unknown): BatchRecord {
  const { known, ...record } = v.parse(storedAccountSchema, stored);
  return { ...record, known: known === undefined ? [] : readKnown(known) };
}

/** What is known beside the outcomes. Damaged, it costs no more than itself: the account stands without it. */
function readKnown(packed: string): BatchRecord['known'] {
  try {
    return v.parse(knownSchema, JSON.parse(unpack(packed, MAX_PART_BYTES)));
  } catch (error) {
    if (isDamage(error)) return [];
    throw error;
  }
}

/** Ids of rows of a batch that is not settled yet, as they are stored. */
export const packIds = (ids: ReadonlyMap<number, string>): string => pack(JSON.stringify([...ids]));

/** The ids of rows of a batch that were seen on the site before it is settled; none where they cannot be read. */
export async function readIdsFound(jobId: string, batch: number): Promise<ReadonlyMap<number, string>> {
  const packed = await readValue(keys.idsFound(jobId, batch));
  if (typeof packed !== 'string') return new Map();
  try {
    return new Map(v.parse(idsSchema, JSON.parse(unpack(packed, MAX_PART_BYTES))));
  } catch (error) {
    if (isDamage(error)) return new Map();
    throw error;
  }
}

const idsSchema = v.array(v.tuple([v.number(), v.string()]));

/**
 * What was there before the rows of a batch, as it is stored. Where it takes more than one value may have, it is unknown of
 * as many of its last rows as it takes to fit. Forge, key-value store limits.
 */
export function packBefore(rows: readonly Before[]): string {
  for (let kept = rows.length; ; kept = Math.floor(kept / 2)) {
    const packed = pack(JSON.stringify(rows.map((row, at): Before => (at < kept ? row : 'unknown'))));
    if (packed.length <= PIECE_CHARS || kept === 0) return packed;
  }
}

/** What was there before the rows of a batch; none where it was not kept, or cannot be read. */
export async function readBefore(jobId: string, batch: number): Promise<Before[]> {
  const packed = await readValue(keys.before(jobId, batch));
  if (typeof packed !== 'string') return [];
  try {
    return v.parse(beforeRecordSchema, JSON.parse(unpack(packed, MAX_PART_BYTES)));
  } catch (error) {
    if (isDamage(error)) return [];
    throw error;
  }
}

/** The accounts of those of the batches that are settled. */
export async function readBatches(jobId: string, batches: readonly number[]): Promise<Map<number, BatchRecord>> {
  const found = await readValues(batches.map((batch) => keys.batch(jobId, batch)));
  const records = new Map<number, BatchRecord>();
  for (const batch of batches) {
    const stored = found.get(keys.batch(jobId, batch));
    if (stored !== undefined) records.set(batch, parseAccount(stored));
  }
  return records;
}

async function readPart(jobId: string, list: List, part: number): Promise<string> {
  const first = v.parse(pieceSchema, await readValue(keys.piece(jobId, list, part, 0)));
  const others = Array.from({ length: first.pieces - 1 }, (_, at) => keys.piece(jobId, list, part, at + 1));
  const found = await readValues(others);
  const data = [first, ...others.map((key) => v.parse(pieceSchema, found.get(key)))].map((piece) => piece.data);
  return unpack(data.join(''), MAX_PART_BYTES);
}

async function readable<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isDamage(error)) throw new DamagedError(what, { cause: error });
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  if (error instanceof v.ValiError || error instanceof SyntaxError || error instanceof DamagedPart) return true;
  // zlib's errors are told by their code alone.
  return v.is(v.object({ code: v.pipe(v.string(), v.regex(/^(Z_|ERR_BUFFER_TOO_LARGE)/)) }), error);
}
