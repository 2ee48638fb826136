import * as v from 'valibot';
import { AppliedRecords } from '../domain/syncs/applied-records';
import { type Applied, nothingApplied } from '../domain/syncs/sync';
import { pack, unpack } from '../platform/gzip';
import { deleteValues, readValues, writeValue } from '../platform/values';
import { keys } from './store';

/** Records of one stored value: their prints take 128 KB in base64, what the export calls them less. */
const RECORDS_PER_CHUNK = 8_000;
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

const deltaSchema = v.object({ prints: v.string(), labels: v.string() });
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
  const deltas = Math.ceil(changes.length / RECORDS_PER_CHUNK);
  if (added > records.size * MOST_ADDED || applied.deltas + deltas > MOST_DELTAS)
    return writeGeneration(syncId, applied, records, changes);
  for (let delta = 0; delta < deltas; delta += 1) {
    const some = changes.slice(delta * RECORDS_PER_CHUNK, (delta + 1) * RECORDS_PER_CHUNK);
    const part = new AppliedRecords(some.length);
    for (const { key, print } of some) part.set(key, print);
    const value = {
      prints: base64Of(part.toBytes(0, part.size)),
      labels: pack(JSON.stringify(some.map(({ label }) => label))),
    };
    await writeValue(keys.delta(syncId, applied.generation, applied.deltas + delta), value);
  }
  return { ...applied, deltas: applied.deltas + deltas, records: records.size, added };
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
  const chunks = Math.ceil(records.size / RECORDS_PER_CHUNK);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const from = chunk * RECORDS_PER_CHUNK;
    await writeValue(keys.prints(syncId, generation, chunk), base64Of(records.toBytes(from, RECORDS_PER_CHUNK)));
    const some = Array.from(labels.slice(from, from + RECORDS_PER_CHUNK), (label: string | undefined) => label ?? '');
    await writeValue(keys.labels(syncId, generation, chunk), pack(JSON.stringify(some)));
  }
  return { generation, chunks, deltas: 0, records: records.size, added: 0 };
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
