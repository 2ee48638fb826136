import * as v from 'valibot';
import { type Found, foundSchema } from '../domain/rules/found';
import { type NamedChange, namedChangeSchema } from '../contract/rules';
import type { Rule } from '../domain/rules/rule';
import { pack, unpack } from '../platform/gzip';
import { deleteValues, readValue, readValues, writeValue } from '../platform/values';
import { keys } from './store';

/** The most that one stored value unpacks to, in bytes. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Entitlements of one stored value: with ids of 128 characters each, packed, they stay under 240 KiB (Forge, KVS limits). */
const ENTITLEMENTS_PER_CHUNK = 1_000;

const grantedSchema = v.array(v.tuple([v.string(), v.string()]));

const unpacked = <S extends v.GenericSchema>(schema: S, packed: unknown): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(unpack(v.parse(v.string(), packed), MAX_BYTES)));

const numbered = (count: number, keyAt: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => keyAt(at));

async function readAll<S extends v.GenericSchema>(
  schema: S,
  count: number,
  keyAt: (at: number) => string,
): Promise<v.InferOutput<S>[]> {
  const names = numbered(count, keyAt);
  const found = await readValues(names);
  return names.map((name) => unpacked(schema, found.get(name)));
}

/** What a rule has granted and still knows of: the entitlement by customer. @throws Error where a part is missing */
export async function readGranted({ id, granted }: Rule): Promise<Map<string, string>> {
  const chunks = await readAll(grantedSchema, granted.chunks, (at) => keys.granted(id, granted.generation, at));
  return new Map(chunks.flat());
}

/** Writes what a rule has granted under a new generation, and answers with what makes it count. */
export async function writeGranted(
  { id, granted }: Rule,
  entitlements: ReadonlyMap<string, string>,
): Promise<Rule['granted']> {
  const generation = granted.generation + 1;
  const all = [...entitlements];
  const chunks = Math.ceil(all.length / ENTITLEMENTS_PER_CHUNK);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const some = all.slice(chunk * ENTITLEMENTS_PER_CHUNK, (chunk + 1) * ENTITLEMENTS_PER_CHUNK);
    await writeValue(keys.granted(id, generation, chunk), pack(JSON.stringify(some)));
  }
  return { generation, chunks, entitlements: all.length };
}

/** Deletes a generation that no longer counts. */
export const deleteGranted = (id: string, { generation, chunks }: Rule['granted']): Promise<void> =>
  deleteValues(numbered(chunks, (at) => keys.granted(id, generation, at)));

export const packFound = (found: readonly Found[]): string => pack(JSON.stringify(found));

/** What the current run of a rule has decided so far, one after the other. */
export async function readFound(id: string, chunks: number): Promise<Found[]> {
  return (await readAll(v.array(foundSchema), chunks, (at) => keys.found(id, at))).flat();
}

export const deleteFound = (id: string, chunks: number): Promise<void> =>
  deleteValues(numbered(chunks, (at) => keys.found(id, at)));

export const packChanges = (changes: readonly NamedChange[]): string => pack(JSON.stringify(changes));

/** Whom the current run of a rule touches, or the last one that told. */
export async function readChanges(id: string): Promise<NamedChange[]> {
  const packed = await readValue(keys.changes(id));
  return packed === undefined ? [] : unpacked(v.array(namedChangeSchema), packed);
}
