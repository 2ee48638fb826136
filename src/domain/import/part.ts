import * as v from 'valibot';
import {
  PIECE_CHARS,
  ROWS_PER_PART,
  leftOutRowSchema,
  storedRowSchema,
  type LeftOutRow,
  type StoredRow,
} from '../../contract/imports';
import { fromBase64, toBase64 } from './base64';

export type ByteMapper = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** A part that is not what the console writes: damaged on its way or in the store, or not from the console at all. */
export class DamagedPart extends Error {
  override name = 'DamagedPart';
}

/** Cuts a part's base64 into pieces of at most PIECE_CHARS characters, each base64 of its own. */
export function cutPieces(base64: string): string[] {
  const pieces = [];
  for (let from = 0; from < base64.length; from += PIECE_CHARS) pieces.push(base64.slice(from, from + PIECE_CHARS));
  return pieces;
}

/** Up to ROWS_PER_PART rows as the pieces in which they are uploaded and stored. */
export async function encodePart(rows: readonly (StoredRow | LeftOutRow)[], gzip: ByteMapper): Promise<string[]> {
  return cutPieces(toBase64(await gzip(new TextEncoder().encode(JSON.stringify(rows)))));
}

/** The JSON of a part from its pieces. `gunzip` must refuse more than MAX_PART_BYTES. Throws {@link DamagedPart}. */
export async function decodePart(pieces: readonly string[], gunzip: ByteMapper): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await gunzip(fromBase64(pieces.join(''))));
  } catch (cause) {
    throw new DamagedPart('A part of the file cannot be unpacked.', { cause });
  }
}

const partOf = <R extends v.GenericSchema>(row: R) => v.pipe(v.array(row), v.minLength(1), v.maxLength(ROWS_PER_PART));
const storedPartSchema = partOf(storedRowSchema);
const leftOutPartSchema = partOf(leftOutRowSchema);

function parseRows<R extends StoredRow | LeftOutRow>(json: string, schema: v.GenericSchema<unknown, R[]>): R[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new DamagedPart('A part of the file is not JSON.', { cause });
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new DamagedPart('A part of the file does not hold rows.', { cause: parsed.issues[0] });
  if (parsed.output.some((row, at, rows) => at > 0 && row[0] <= (rows[at - 1]?.[0] ?? 0))) {
    throw new DamagedPart('The rows of a part are not in the order of the file.');
  }
  return parsed.output;
}

/** The accepted rows of a part, in the order of the file. Throws {@link DamagedPart}. */
export function parsePart(json: string): StoredRow[] {
  return parseRows(json, storedPartSchema);
}

/** The rows of a part of rows that were left out, with their problems. Throws {@link DamagedPart}. */
export function parseLeftOutPart(json: string): LeftOutRow[] {
  return parseRows(json, leftOutPartSchema);
}
