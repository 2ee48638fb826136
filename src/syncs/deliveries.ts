import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { PIECE_CHARS } from '../contract/imports';
import { MAX_DELIVERY_PARTS, MAX_PART_CHARS } from '../contract/syncs';
import { RefusedFile } from '../domain/file/read/refused';
import { isLookDue } from '../domain/syncs/look';
import { type Arriving, type Delivery, type Sync, withEnded } from '../domain/syncs/sync';
import type { FileBytes } from '../domain/file/read/file-bytes';
import type { Clock } from '../platform/clock';
import { GzipReader, NoGzipError } from '../platform/gunzip';
import { PackedFile } from '../platform/packed-file';
import { pushSync } from '../platform/queue';
import { deleteValues, readValue, writeValue } from '../platform/values';
import { changeSync, keys, syncOf } from './store';

/** Characters of all parts of one delivery, as they are stored: an export of 1,000,000 customers has less. */
const MAX_DELIVERY_CHARS = 100_000_000;
/** The most that a delivery unpacks to, in bytes: far more than 1,000,000 customers have. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;
/** How long the other parts of a delivery are waited for. */
export const ARRIVES_WITHIN_MS = 6 * 60 * 60 * 1000;

/** One request of a delivery. `id` is the sender's; null for a delivery in one request. */
export interface DeliveredPart {
  id: string | null;
  part: number;
  parts: number;
  body: string;
  isTest: boolean;
}

/**
 * What became of a part: `taken` (also where it came before), `conflict` where others have to come first, `malformed` where it
 * cannot be one, `too-large` where all of them together are.
 */
export type Taken = 'taken' | 'conflict' | 'malformed' | 'too-large';

/** How bytes begin in base64 that are a gzip, or a workbook. */
const packedForm = /^\s*(H4sI|UEsD)/;
const base64Form = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/**
 * Takes a part of a delivery. Parts come one after the other; each of them once, however often it is sent. With the last one
 * the delivery waits for its run, in the place of one that waited before.
 */
export async function takePart(syncId: string, given: DeliveredPart, clock: Clock): Promise<Taken> {
  const problem = problemOf(given);
  if (problem !== null) return problem;
  const sync = await syncOf(syncId);
  const begun = begunWith(sync, given, clock);
  if (typeof begun === 'string') return begun;
  const stored = storedForm(given.body);
  if (begun.chars + stored.length > MAX_DELIVERY_CHARS) return 'too-large';
  // Each part is decoded by itself.
  if (stored.length % 4 !== 0 && given.part < given.parts) return 'malformed';
  const part = await storePart(syncId, stored, given.body);
  const arrived: Arriving = {
    ...begun,
    arrived: given.part,
    stored: [...begun.stored, part],
    chars: begun.chars + stored.length,
    hash: hashOf(begun.hash + part[2]),
  };
  const gone: StoredPart[] = [];
  const answer = { isTaken: false };
  const after = await changeSync(syncId, (now) => {
    gone.length = 0;
    const next = withArrived(now, arrived, clock, gone);
    answer.isTaken = next !== null;
    return next;
  });
  // Where another request was faster, nothing of this one counts.
  await deleteParts(syncId, answer.isTaken ? gone : [part]);
  if (after.waiting?.number === arrived.number) await pushSync(syncId);
  return answer.isTaken ? 'taken' : 'conflict';
}

type StoredPart = Delivery['stored'][number];

/** What a part continues or begins; or its answer, where nothing is to be stored. */
function begunWith(sync: Sync, given: DeliveredPart, clock: Clock): Arriving | Taken {
  const { arriving } = sync;
  const isMore = arriving !== null && continues(arriving, given);
  if (!isMore) {
    if (given.part === 1) return newArriving(sync, given, clock);
    return wasWhole(sync, given) ? 'taken' : 'conflict';
  }
  const before = arriving.stored[given.part - 1];
  if (before !== undefined) {
    if (before[2] === hashOf(given.body)) return 'taken';
    // The name is used again for another file: that begins with its first part.
    return given.part === 1 ? newArriving(sync, given, clock) : 'conflict';
  }
  return given.part === arriving.arrived + 1 ? arriving : 'conflict';
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Stores a part under a name of its own: two requests at the same moment do not write over each other. */
async function storePart(syncId: string, stored: string, body: string): Promise<StoredPart> {
  const name = randomUUID();
  const pieces = cut(stored);
  for (const [at, piece] of pieces.entries()) await writeValue(keys.piece(syncId, name, at), piece);
  return [name, pieces.length, hashOf(body)];
}

const isComplete = ({ arrived, parts }: Arriving): boolean => arrived === parts;

function problemOf({ id, part, parts, body }: DeliveredPart): Taken | null {
  const isWhole = (value: number) => Number.isInteger(value) && value >= 1;
  if (!isWhole(part) || !isWhole(parts) || part > parts || (parts > 1 && id === null) || body === '')
    return 'malformed';
  if (id !== null && !/^[A-Za-z0-9-]{1,64}$/.test(id)) return 'malformed';
  if (parts > MAX_DELIVERY_PARTS || body.length > MAX_PART_CHARS) return 'too-large';
  return null;
}

const continues = (arriving: Arriving, { id, parts, isTest }: DeliveredPart): boolean =>
  id !== null && arriving.id === id && arriving.parts === parts && arriving.isTest === isTest;

/** The answer to the last part of a delivery was lost, and it comes once more. */
const wasWhole = ({ waiting, run, lastId }: Sync, { id }: DeliveredPart): boolean =>
  id !== null && [waiting?.id, run?.delivery.id, lastId].includes(id);

function newArriving(sync: Sync, { id, parts, isTest }: DeliveredPart, clock: Clock): Arriving {
  return { number: sync.nextDelivery, id, parts, isTest, arrived: 0, stored: [], chars: 0, hash: '', at: clock.now() };
}

/** What is there already stays; `gone` gets the parts whose place it takes. */
function withArrived(sync: Sync, arrived: Arriving, clock: Clock, gone: StoredPart[]): Sync | null {
  const before = sync.arriving;
  const isNext = before?.number === arrived.number && before.arrived === arrived.arrived - 1;
  const isFirst = arrived.arrived === 1 && sync.nextDelivery === arrived.number;
  if (!isNext && !isFirst) return null;
  let after: Sync = { ...sync, nextDelivery: Math.max(sync.nextDelivery, arrived.number + 1) };
  if (isFirst && before !== null) {
    gone.push(...before.stored);
    after = withEnded(after, unfinished(before, sync.nextRun, clock));
    after = { ...after, nextRun: sync.nextRun + 1 };
  }
  if (!isComplete(arrived)) return { ...after, arriving: arrived };
  after = { ...after, arriving: null };
  const { number, id, hash, stored, isTest, at } = arrived;
  const delivery: Delivery = { number, id, hash, stored, isTest, at };
  // What is compared with the site does something, though the export says what it said.
  if (isRepeated(sync, delivery) && !isLookDue(sync, clock.now())) {
    gone.push(...delivery.stored);
    return after;
  }
  if (sync.waiting === null) return { ...after, waiting: delivery };
  // A test says what an export would do, and takes the place of none.
  if (isTest && !sync.waiting.isTest) {
    gone.push(...delivery.stored);
    const reason = 'Another delivery waits to be applied. Test again once it has been.';
    const held = {
      outcome: 'test' as const,
      reason,
      no: after.nextRun,
      at,
      endedAt: clock.now(),
      counts: null,
      jobs: [],
    };
    return withEnded({ ...after, nextRun: after.nextRun + 1 }, held);
  }
  gone.push(...sync.waiting.stored);
  const replaced = {
    ...{ no: after.nextRun, at: sync.waiting.at, endedAt: clock.now(), outcome: 'replaced' as const },
    ...{ counts: null, reason: 'A newer delivery came before it was applied.', jobs: [] },
  };
  return withEnded({ ...after, nextRun: after.nextRun + 1, waiting: delivery }, replaced);
}

/** The same content waits, is being applied, or was applied as the last one. */
function isRepeated({ waiting, run, lastHash }: Sync, { hash, isTest }: Delivery): boolean {
  if (isTest) return false;
  if (waiting !== null) return !waiting.isTest && waiting.hash === hash;
  if (run !== null && !run.delivery.isTest) return run.delivery.hash === hash;
  return lastHash === hash;
}

const unfinished = ({ at, arrived, parts }: Arriving, no: number, clock: Clock) => ({
  ...{ no, at, endedAt: clock.now(), outcome: 'held' as const, counts: null, jobs: [] },
  reason: `Only ${arrived} of ${parts} parts of the delivery arrived. Nothing of it was applied.`,
});

/** Ends a delivery whose other parts have not come for hours. */
export async function dropUnfinished(sync: Sync, clock: Clock): Promise<void> {
  const { arriving } = sync;
  if (arriving === null || clock.now() - arriving.at < ARRIVES_WITHIN_MS) return;
  await changeSync(sync.id, (now) =>
    now.arriving?.number === arriving.number && now.arriving.arrived === arriving.arrived
      ? withEnded({ ...now, arriving: null, nextRun: now.nextRun + 1 }, unfinished(arriving, now.nextRun, clock))
      : null,
  );
  await deletePieces(sync.id, arriving);
}

export const deletePieces = (syncId: string, { stored }: Delivery): Promise<void> => deleteParts(syncId, stored);

const keysOf = (syncId: string, [name, pieces]: StoredPart): string[] =>
  Array.from({ length: pieces }, (_, at) => keys.piece(syncId, name, at));

const deleteParts = (syncId: string, parts: readonly StoredPart[]): Promise<void> =>
  deleteValues(parts.flatMap((part) => keysOf(syncId, part)));

/** Text is packed before it is stored; what comes packed stays as it is. */
function storedForm(body: string): string {
  const isPacked = packedForm.test(body) || (!/[\n,;\t{[]/.test(body.slice(0, 4_000)) && base64Form.test(body));
  return isPacked ? body.replaceAll(/\s+/g, '') : gzipSync(body).toString('base64');
}

/** Each piece is base64 by itself: its length is a multiple of four. */
function cut(text: string): string[] {
  const most = PIECE_CHARS - (PIECE_CHARS % 4);
  return Array.from({ length: Math.ceil(text.length / most) }, (_, at) => text.slice(at * most, (at + 1) * most));
}

/**
 * The file that was delivered. It is unpacked a piece at a time and held packed, so that memory does not grow with what it
 * unpacks to. Throws RefusedFile where it is no gzip, or larger than MAX_FILE_BYTES.
 */
export async function readDelivery(syncId: string, delivery: Delivery): Promise<FileBytes> {
  const file = new PackedFile();
  const gzip = new GzipReader((bytes) => {
    file.add(bytes);
    if (file.size > MAX_FILE_BYTES) throw tooLargeUnpacked();
  });
  let isGzip: boolean | null = null;
  const all = delivery.stored.flatMap((part) => keysOf(syncId, part));
  for (const [at, key] of all.entries()) {
    const bytes = Buffer.from(v.parse(v.string(), await readValue(key)), 'base64');
    isGzip ??= bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (isGzip) unpack(gzip, bytes, at === all.length - 1);
    else file.add(bytes);
  }
  file.end();
  return file.toBytes();
}

function unpack(gzip: GzipReader, bytes: Buffer, isLast: boolean): void {
  try {
    gzip.push(bytes, isLast);
  } catch (error) {
    if (!(error instanceof NoGzipError)) throw error;
    throw new RefusedFile(
      'The delivery can’t be unpacked: a part of it is missing or damaged. Send the file as text, or as base64 of its gzip.',
    );
  }
}

const tooLargeUnpacked = (): RefusedFile =>
  new RefusedFile(
    `The delivery is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB when it is unpacked. Split the export.`,
  );
