import * as v from 'valibot';
import { pack, unpack } from '../../platform/gzip';
import { readValue, readValues, writeValue } from '../../platform/values';

/** The most that a stored value may unpack to. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What was stored is not there any more: it was renewed or forgotten meanwhile. */
export class GoneError extends Error {
  override name = 'GoneError';
}

export const writePacked = (key: string, value: unknown): Promise<void> => writeValue(key, pack(JSON.stringify(value)));

/** @throws GoneError where nothing is stored there */
export async function readPacked<S extends v.GenericSchema>(key: string, schema: S): Promise<v.InferOutput<S>> {
  return parsed(key, await readValue(key), schema);
}

/** The values under several keys, in their order. @throws GoneError where one of them is not there */
export async function readAllPacked<S extends v.GenericSchema>(
  wanted: readonly string[],
  schema: S,
): Promise<v.InferOutput<S>[]> {
  const found = await readValues(wanted);
  return wanted.map((key) => parsed(key, found.get(key), schema));
}

function parsed<S extends v.GenericSchema>(key: string, stored: unknown, schema: S): v.InferOutput<S> {
  if (stored === undefined) throw new GoneError(`Nothing is stored under ${key}.`);
  return v.parse(schema, JSON.parse(unpack(v.parse(v.string(), stored), MAX_BYTES)));
}

/** The JSON of a packed text. */
export const unpackJson = <S extends v.GenericSchema>(packed: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(unpack(packed, MAX_BYTES)));
