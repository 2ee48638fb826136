import * as v from 'valibot';
import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import { parsePart, partJson } from '../../domain/directory/part';
import { pack, unpack } from '../../platform/gzip';
import { readValues, writeValue } from '../../platform/values';
import { keys } from './keys';
import { GoneError } from './packed';

/** Records of a part: with long values, a value of the store still holds as many. */
export const RECORDS_PER_PART = 1_000;
/** Characters of a packed part: under the 240 KiB of a value (Forge, key-value store limits). */
const MAX_PART_CHARS = 230_000;
const MAX_PART_BYTES = 64 * 1024 * 1024;

/** Records as parts that the store takes: halves, where their values are that long. */
export function packParts(
  records: readonly DirectoryRecord[],
): { packed: string; records: readonly DirectoryRecord[] }[] {
  const packed = pack(partJson(records));
  if (packed.length <= MAX_PART_CHARS || records.length <= 1) return [{ packed, records }];
  const middle = Math.ceil(records.length / 2);
  return [...packParts(records.slice(0, middle)), ...packParts(records.slice(middle))];
}

export const unpackPart = (packed: string): DirectoryRecord[] => parsePart(unpack(packed, MAX_PART_BYTES));

export const writePart = (generation: string, entity: DirectoryEntity, part: number, packed: string): Promise<void> =>
  writeValue(keys.part(generation, entity, part), packed);

/** The records of the parts from one on. @throws GoneError where the generation is not there any more */
export async function readParts(
  generation: string,
  entity: DirectoryEntity,
  from: number,
  count: number,
): Promise<DirectoryRecord[][]> {
  const wanted = Array.from({ length: count }, (_, at) => keys.part(generation, entity, from + at));
  const found = await readValues(wanted);
  return wanted.map((key) => {
    const stored = found.get(key);
    if (stored === undefined) throw new GoneError(`Nothing is stored under ${key}.`);
    return unpackPart(v.parse(v.string(), stored));
  });
}
