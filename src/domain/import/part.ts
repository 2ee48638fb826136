import * as v from 'valibot';
import { PIECE_CHARS, ROWS_PER_PART, type LeftOutRow, type StoredRow } from '../../contract/imports';
import { fromBase64, toBase64 } from './base64';
import { Utf8Buffer } from './utf8-buffer';

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

/** The JSON of a part as the pieces in which it is uploaded and stored. */
export async function encodePart(json: string, gzip: ByteMapper): Promise<string[]> {
  return cutPieces(toBase64(await gzip(new TextEncoder().encode(json))));
}

/** The JSON of a part from its pieces. `gunzip` must refuse more than MAX_PART_BYTES. Throws {@link DamagedPart}. */
export async function decodePart(pieces: readonly string[], gunzip: ByteMapper): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await gunzip(fromBase64(pieces.join(''))));
  } catch (cause) {
    throw new DamagedPart('A part of the file cannot be unpacked.', { cause });
  }
}

const rowNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(2));
const acceptedPartSchema = v.object({
  /** How far each row is from the one before it in the file, the first from the beginning: none can be out of order. */
  gaps: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(1), v.maxLength(ROWS_PER_PART)),
  columns: v.array(v.array(v.string())),
  /** Indexes of rows with which other rows of the file are imported, and the numbers of those. */
  joined: v.optional(v.array(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.array(rowNumberSchema)]))),
});
const leftOutPartSchema = v.pipe(
  v.array(v.tuple([rowNumberSchema, v.array(v.string()), v.array(v.string()), v.optional(v.array(v.string()))])),
  v.minLength(1),
  v.maxLength(ROWS_PER_PART),
);

function parse<T>(json: string, schema: v.GenericSchema<unknown, T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new DamagedPart('A part of the file is not JSON.', { cause });
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new DamagedPart('A part of the file does not hold rows.', { cause: parsed.issues[0] });
  return parsed.output;
}

/**
 * The JSON of a part of accepted rows, all with as many cells, while it grows. It goes by columns: what is alike stands
 * together, which gzip takes to two thirds of the size of rows, in half the time. Rows that were added are bytes from then
 * on: held as texts until the part is full, they would keep the garbage collector busy for longer than anything else.
 */
export class AcceptedJson {
  #gaps: number[] = [];
  /** Of each column its cells, but for the bracket at their end. */
  #columns: Utf8Buffer[] = [];
  #joined: (readonly [at: number, later: readonly number[]])[] = [];
  #last = 0;

  /** Adds rows that come later in the file than those before. */
  add(rows: readonly StoredRow[]): void {
    const width = rows[0]?.[1].length ?? 0;
    for (let column = 0; column < width; column += 1) {
      const cells = JSON.stringify(rows.map((row) => row[1][column] ?? ''));
      const buffer = (this.#columns[column] ??= new Utf8Buffer());
      buffer.add(this.#gaps.length === 0 ? cells.slice(0, -1) : `,${cells.slice(1, -1)}`);
    }
    for (const [row, , later = []] of rows) {
      if (later.length > 0) this.#joined.push([this.#gaps.length, later]);
      this.#gaps.push(row - this.#last);
      this.#last = row;
    }
  }

  /** Writes the JSON of all rows that were added, and begins the next part. */
  moveTo(json: Utf8Buffer): void {
    json.add(`{"gaps":${JSON.stringify(this.#gaps)},"columns":[`);
    for (const [column, cells] of this.#columns.entries()) {
      if (column > 0) json.add(',');
      json.addBytes(cells.bytes());
      json.add(']');
      cells.empty();
    }
    json.add(this.#joined.length === 0 ? ']}' : `],"joined":${JSON.stringify(this.#joined)}}`);
    this.#gaps = [];
    this.#joined = [];
    this.#last = 0;
  }
}

/** The JSON of a part of accepted rows that are all there. */
export function acceptedJson(rows: readonly StoredRow[]): string {
  const part = new AcceptedJson();
  part.add(rows);
  const json = new Utf8Buffer();
  part.moveTo(json);
  return new TextDecoder().decode(json.bytes());
}

/** The accepted rows of a part, in the order of the file. Throws {@link DamagedPart}. */
export function parseAccepted(json: string): StoredRow[] {
  const { gaps, columns, joined = [] } = parse(json, acceptedPartSchema);
  if (columns.some(({ length }) => length !== gaps.length)) {
    throw new DamagedPart('The columns of a part have different numbers of cells.');
  }
  const otherRows = new Map(joined);
  let row = 0;
  return gaps.map((gap, at): StoredRow => {
    row += gap;
    const cells = columns.map((column) => column[at] ?? '');
    const others = otherRows.get(at);
    if (others?.includes(row) === true) throw new DamagedPart('A row is joined with itself.');
    return others === undefined ? [row, cells] : [row, cells, others];
  });
}

/** The JSON of a part of rows that were left out. They may have any number of cells, so it goes by rows. */
export function leftOutJson(rows: readonly LeftOutRow[]): string {
  return JSON.stringify(rows);
}

/** The rows of a part of rows that were left out, with their problems. Throws {@link DamagedPart}. */
export function parseLeftOut(json: string): LeftOutRow[] {
  const rows = parse(json, leftOutPartSchema);
  if (rows.some(([row], at) => row <= (rows[at - 1]?.[0] ?? 0))) {
    throw new DamagedPart('The rows of a part are not in the order of the file.');
  }
  return rows.map(([row, cells, problems, groups]) =>
    groups === undefined ? [row, cells, problems] : [row, cells, problems, groups],
  );
}
