import type * as v from 'valibot';
import { ConflictError, commit, readRecord } from './records';

/** Tries before somebody who changes the record again and again is told of. */
const TRIES = 5;

/**
 * Writes what `change` makes of the record under `key`, undefined while there is none, and answers with it. `change` is
 * called again when somebody else has changed the record meanwhile; what it throws is passed on, and nothing is written.
 * @throws ConflictError when that happens TRIES times in a row
 */
export async function changeRecord<S extends v.GenericSchema>(
  key: string,
  schema: S,
  change: (value: v.InferOutput<S> | undefined) => v.InferOutput<S>,
): Promise<v.InferOutput<S>> {
  return again(async () => {
    const found = await readRecord(key, schema);
    const value = change(found?.value);
    await commit([{ key, value, over: found?.revision ?? 0 }]);
    return value;
  });
}

/**
 * Changes the record under `key` as changeRecord does. Where there is none, or `change` answers null, nothing happens.
 * @throws ConflictError when somebody else has changed the record TRIES times in a row
 */
export async function changeExisting<S extends v.GenericSchema>(
  key: string,
  schema: S,
  change: (value: v.InferOutput<S>) => v.InferOutput<S> | null,
): Promise<void> {
  await again(async () => {
    const found = await readRecord(key, schema);
    const value = found === undefined ? null : change(found.value);
    if (found !== undefined && value !== null) await commit([{ key, value, over: found.revision }]);
  });
}

/** Does something anew when somebody else has been faster. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}
