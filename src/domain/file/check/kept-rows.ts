import * as v from 'valibot';
import { ROWS_PER_PART, type StoredRow } from '../../../contract/imports';
import { AcceptedJson, cutPieces, parseAccepted } from '../../import/part';
import { toBase64 } from '../../import/base64';
import type { ByteStore, KeptBytes } from './byte-store';
import type { RawRow } from './row-check';

/** Rows that are left out and kept together: few enough to read them again at once. */
const LEFT_OUT_PER_BLOB = 500;
/** Accepted rows that are held as cells before they become text: about those of one chunk of a file. */
const ROWS_AS_CELLS = 250;

/** UTF-8 writes at most 3 bytes for a code unit. */
const MOST_BYTES_OF_UNIT = 3;

const rawRowsSchema = v.array(
  v.object({ number: v.number(), cells: v.array(v.string()), misquotedLines: v.number(), mayBeDamaged: v.boolean() }),
);

/** Turns texts into UTF-8, one after the other in the same memory: new memory for each takes longer than all else. */
class Utf8 {
  readonly #encoder = new TextEncoder();
  #buffer = new Uint8Array(0);

  /** The bytes of a text that is given in pieces, until the next is encoded. */
  encode(pieces: readonly string[]): Uint8Array<ArrayBuffer> {
    const most = pieces.reduce((sum, { length }) => sum + length, 0) * MOST_BYTES_OF_UNIT;
    if (this.#buffer.length < most) this.#buffer = new Uint8Array(most);
    let at = 0;
    for (const piece of pieces) at += this.#encoder.encodeInto(piece, this.#buffer.subarray(at)).written;
    return this.#buffer.subarray(0, at);
  }
}

/**
 * What a check has read, kept outside the memory of a browser, or packed: accepted rows in parts as they
 * are uploaded, and rows that are left out as they were read. Nothing reads the file a second time.
 */
export class KeptRows {
  readonly #parts: KeptBytes[] = [];
  readonly #leftOut: KeptBytes[] = [];
  /** In their order. */
  readonly #leftOutNumbers: number[] = [];
  #accepted: StoredRow[] = [];
  #part = new AcceptedJson();
  #inPart = 0;
  readonly #utf8 = new Utf8();
  #raw: RawRow[] = [];
  #packing: Promise<void> = Promise.resolve();

  constructor(private readonly store: ByteStore) {}

  /** Takes an accepted row; true when a part is full and {@link flush} has to be awaited. */
  accept(row: StoredRow): boolean {
    this.#accepted.push(row);
    this.#inPart += 1;
    if (this.#accepted.length === ROWS_AS_CELLS) this.#write();
    return this.#inPart === ROWS_PER_PART;
  }

  leaveOut(row: RawRow): void {
    this.#raw.push(row);
    this.#leftOutNumbers.push(row.number);
    if (this.#raw.length === LEFT_OUT_PER_BLOB) this.#keepLeftOut();
  }

  /** How many rows were left out. */
  get leftOut(): number {
    return this.#leftOutNumbers.length;
  }

  /** Whether all of these rows were left out. */
  areLeftOut(rows: ReadonlySet<number>): boolean {
    if (rows.size === 0) return true;
    let found = 0;
    for (const number of this.#leftOutNumbers) if (rows.has(number)) found += 1;
    return found === rows.size;
  }

  /** Packs the rows taken so far. The next part is filled while this one is packed; there are never more. */
  async flush(): Promise<void> {
    if (this.#inPart === 0) return;
    this.#write();
    const part = this.#part;
    this.#part = new AcceptedJson();
    this.#inPart = 0;
    const before = this.#packing;
    this.#packing = before.then(async () => {
      this.#parts.push(this.store.keep(await this.store.gzip(this.#utf8.encode(part.pieces()))));
    });
    // Whoever awaits it next gets the failure; until then it is not unhandled.
    this.#packing.catch(() => undefined);
    await before;
  }

  async end(): Promise<void> {
    this.#keepLeftOut();
    await this.flush();
    await this.#packing;
  }

  /** The accepted rows in the pieces in which a part is uploaded, part by part. */
  async *parts(): AsyncGenerator<string[]> {
    for (const part of this.#parts) yield cutPieces(toBase64(await part.bytes()));
  }

  /** The accepted rows once more. */
  async *acceptedRows(): AsyncGenerator<StoredRow[]> {
    for (const part of this.#parts) {
      yield parseAccepted(new TextDecoder().decode(await this.store.gunzip(await part.bytes())));
    }
  }

  /** The rows that were left out, in the order of the file. */
  async *leftOutRows(): AsyncGenerator<RawRow[]> {
    for (const rows of this.#leftOut)
      yield v.parse(rawRowsSchema, JSON.parse(new TextDecoder().decode(await rows.bytes())));
  }

  #write(): void {
    this.#part.add(this.#accepted);
    this.#accepted = [];
  }

  #keepLeftOut(): void {
    if (this.#raw.length === 0) return;
    this.#leftOut.push(this.store.keep(new TextEncoder().encode(JSON.stringify(this.#raw))));
    this.#raw = [];
  }
}
