import * as v from 'valibot';
import { AppliedRecords } from '../domain/syncs/applied-records';
import { type Applied, nothingApplied } from '../domain/syncs/sync';
import { pack, unpack } from '../platform/gzip';
import { deleteValues, readValues, writeValue } from '../platform/values';
import { keys } from './store';

/** The most records of one stored value: their prints take 128 KB in base64. */
const RECORDS_PER_VALUE = 8_000;
/** Characters of one stored value, all of them ASCII: Forge takes 240 KiB as JSON. */
const MAX_VALUE_CHARS = 200_000;
/** What is cut by a guess is cut a little shorter, as labels differ in length. */
const GUESSED = 0.95;
/** Once so much was added since the last generation, all is written anew: as a part of its records, and in values. */
const MOST_ADDED = 0.25;
const MOST_DELTAS = 40;
const MAX_LABEL_BYTES = 8 * 1024 * 1024;

/** A record of which something is known: what names it, its print, and how the export calls it. */
export interface AppliedChange {
  key: number;
  print: number;
  label: string;
}

/** Prints and packed labels of the same records. */
const deltaSchema = v.object({ prints: v.string(), labels: v.string() });
type StoredPart = v.InferOutput<typeof deltaSchema>;
const labelsSchema = v.array(v.string());

/** What a sync has applied, by its head. @throws Error where a part of it is missing */
export async function readApplied(syncId: string, applied: Applied): Promise<AppliedRecords> {
  const records = new AppliedRecords(applied.records);
  const { generation, chunks, deltas } = applied;
  for (const prints of await readAll(chunks, (at) => keys.prints(syncId, generation, at), v.string()))
    records.addBytes(Buffer.from(prints, 'base64'));
  for (const { prints } of await readDeltas(syncId, generation, deltas))
    records.addBytes(Buffer.from(prints, 'base64'));
  return records;
}

/** How the export calls the records, by their places. */
export async function readLabels(syncId: string, applied: Applied): Promise<string[]> {
  const { generation, chunks, deltas } = applied;
  const stored = await readAll(chunks, (at) => keys.labels(syncId, generation, at), v.string());
  const labels = stored.flatMap(unpackLabels);
  const places = new AppliedRecords(applied.records);
  for (const prints of await readAll(chunks, (at) => keys.prints(syncId, generation, at), v.string()))
    places.addBytes(Buffer.from(prints, 'base64'));
  for (const delta of await readDeltas(syncId, generation, deltas)) {
    const added = new AppliedRecords();
    added.addBytes(Buffer.from(delta.prints, 'base64'));
    const names = unpackLabels(delta.labels);
    for (let at = 0; at < added.size; at += 1) labels[places.set(added.keyAt(at), 0)] = names[at] ?? '';
  }
  return labels;
}

/**
 * Writes what is known anew of records, and answers with the head under which it counts, once that is committed. Written twice,
 * it is the same.
 */
export async function writeApplied(
  syncId: string,
  applied: Applied,
  records: AppliedRecords,
  changes: readonly AppliedChange[],
): Promise<Applied> {
  if (changes.length === 0) return applied;
  for (const { key, print } of changes) records.set(key, print);
  const added = applied.added + changes.length;
  if (added > records.size * MOST_ADDED) return writeGeneration(syncId, applied, records, changes);
  const deltas = deltasOf(changes);
  if (applied.deltas + deltas.length > Math.max(MOST_DELTAS, applied.chunks * MOST_ADDED))
    return writeGeneration(syncId, applied, records, changes);
  for (const [at, delta] of deltas.entries())
    await writeValue(keys.delta(syncId, applied.generation, applied.deltas + at), delta);
  return { ...applied, deltas: applied.deltas + deltas.length, records: records.size, added };
}

function deltasOf(changes: readonly AppliedChange[]): StoredPart[] {
  const changed = new AppliedRecords(changes.length);
  const labels: string[] = [];
  // A record can change more than once: its label has the place of its print.
  for (const { key, print, label } of changes) labels[changed.set(key, print)] = label;
  return [...partsOf(changed, labels, (part) => part.prints.length + part.labels.length)];
}

async function writeGeneration(
  syncId: string,
  applied: Applied,
  records: AppliedRecords,
  changes: readonly AppliedChange[],
): Promise<Applied> {
  const labels = await readLabels(syncId, applied);
  for (const { key, label } of changes) labels[records.find(key)] = label;
  const generation = applied.generation + 1;
  let chunks = 0;
  for (const part of partsOf(records, labels, (one) => Math.max(one.prints.length, one.labels.length))) {
    await writeValue(keys.prints(syncId, generation, chunks), part.prints);
    await writeValue(keys.labels(syncId, generation, chunks), part.labels);
    chunks += 1;
  }
  return { generation, chunks, deltas: 0, records: records.size, added: 0 };
}

/**
 * Cuts records into as few parts as fit, in their order. Labels have any length: a part whose labels turn out too long is cut
 * anew, and the next ones begin with as many records as fitted.
 * @param charsOf how much of a part its largest value holds
 */
function* partsOf(
  records: AppliedRecords,
  labels: readonly (string | undefined)[],
  charsOf: (part: StoredPart) => number,
): Generator<StoredPart> {
  let most = RECORDS_PER_VALUE;
  for (let from = 0; from < records.size;) {
    const count = Math.min(most, records.size - from);
    const text = JSON.stringify(Array.from({ length: count }, (_, at) => labels[from + at] ?? ''));
    const part = { prints: base64Of(records.toBytes(from, count)), labels: pack(text) };
    const filled = Math.max(charsOf(part) / MAX_VALUE_CHARS, Buffer.byteLength(text) / MAX_LABEL_BYTES);
    const guess = Math.max(1, Math.min(RECORDS_PER_VALUE, Math.floor((count / filled) * GUESSED)));
    const isTooLarge = filled > 1 && count > 1;
    most = isTooLarge ? guess : Math.max(count, guess);
    if (isTooLarge) continue;
    yield part;
    from += count;
  }
}

/** Deletes what another head than the given one counts; all where there is none. */
export async function deleteGeneration(syncId: string, { generation, chunks, deltas }: Applied): Promise<void> {
  const all = [
    ...Array.from({ length: chunks }, (_, at) => [
      keys.prints(syncId, generation, at),
      keys.labels(syncId, generation, at),
    ]),
    ...Array.from({ length: deltas }, (_, at) => [keys.delta(syncId, generation, at)]),
  ];
  await deleteValues(all.flat());
}

/** The head of a sync that has forgotten what it applied. The generation after the last is none that was written before. */
export const forgotten = ({ generation }: Applied): Applied => ({ ...nothingApplied, generation: generation + 1 });

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const unpackLabels = (packed: string): string[] => v.parse(labelsSchema, JSON.parse(unpack(packed, MAX_LABEL_BYTES)));

const readDeltas = (syncId: string, generation: number, deltas: number) =>
  readAll(deltas, (at) => keys.delta(syncId, generation, at), deltaSchema);

async function readAll<S extends v.GenericSchema>(
  count: number,
  keyAt: (at: number) => string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  const all = Array.from({ length: count }, (_, at) => keyAt(at));
  const found = await readValues(all);
  return all.map((key) => v.parse(schema, found.get(key)));
}
