import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';

/**
 * Records that several drivers change at once. Each carries a revision; a change is written only if the revision is
 * still the one that was read, together with everything else that belongs to the change, or not at all.
 */
const ENTITY = 'record';

const storedSchema = v.object({ revision: v.pipe(v.number(), v.integer()), value: v.unknown() });

export interface Versioned<T> {
  value: T;
  /** 0 for a record that is not there yet. */
  revision: number;
}

/** A record to be written over the revision that was read. */
export interface RecordChange {
  key: string;
  value: unknown;
  over: number;
}

/** Somebody else changed a record in between. Nothing was written; read again and decide anew. */
export class ConflictError extends Error {
  constructor(readonly key: string) {
    super(`The record ${key} was changed by somebody else in between.`);
    this.name = 'ConflictError';
  }
}

/** The record under `key`, parsed; undefined when there is none. Strictly consistent. */
export async function readRecord<S extends v.GenericSchema>(
  key: string,
  schema: S,
): Promise<Versioned<v.InferOutput<S>> | undefined> {
  const stored = await kvs.entity<unknown>(ENTITY).get(key);
  if (stored === undefined) return undefined;
  const { revision, value } = v.parse(storedSchema, stored);
  return { revision, value: v.parse(schema, value) };
}

/**
 * Writes records and plain values in one transaction.
 * @param changes at most 25 with `values`, 4 MB in all (Forge, key-value store limits)
 * @throws ConflictError when a record is no longer at the revision it was read at
 */
export async function commit(changes: readonly RecordChange[], values: ReadonlyMap<string, unknown> = new Map()) {
  let transaction = kvs.transact();
  for (const { key, value, over } of changes) {
    const stillThere = new Filter<{ revision: number }>().and(
      'revision',
      over === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(over),
    );
    const stored = { revision: over + 1, value };
    transaction = transaction.set(key, stored, { entityName: ENTITY, conditions: stillThere });
  }
  for (const [key, value] of values) transaction = transaction.set(key, value);
  try {
    await transaction.execute();
  } catch (error) {
    await throwIfMovedOn(changes);
    throw error;
  }
}

/** Deletes a record, whatever its revision. Deleting what is not there is no error. */
export function deleteRecord(key: string): Promise<void> {
  return kvs.entity(ENTITY).delete(key);
}

/**
 * A refused transaction does not say which condition failed, and one that timed out may have been written. The stored
 * revisions tell: if one of them moved, this change is somebody else's past, even if that somebody was this very call.
 */
async function throwIfMovedOn(changes: readonly RecordChange[]): Promise<void> {
  for (const { key, over } of changes) {
    const now = await readRecord(key, v.unknown());
    if ((now?.revision ?? 0) !== over) throw new ConflictError(key);
  }
}
