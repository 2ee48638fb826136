import * as v from 'valibot';
import { ROWS_PER_PART, type StoredRow } from '../../../contract/imports';
import { AcceptedJson, cutPieces, parseAccepted } from '../../import/part';
import { toBase64 } from '../../import/base64';
import { Utf8Buffer } from '../../import/utf8-buffer';
import type { ByteStore, KeptBytes } from './byte-store';
import type { RawRow } from './row-check';

/** Rows that are left out and kept together: few enough to read them again at once. */
const LEFT_OUT_PER_BLOB = 500;
/** Accepted rows that are held as cells before they become text: about those of one chunk of a file. */
const ROWS_AS_CELLS = 250;

const rawRowsSchema = v.array(
  v.object({ number: v.number(), cells: v.array(v.string()), misquotedLines: v.number(), mayBeDamaged: v.boolean() }),
);

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
  readonly #part = new AcceptedJson();
  #inPart = 0;
  /** Of the part that comes next, and of the one that may still be packed. */
  #json = new Utf8Buffer();
  #packed = new Utf8Buffer();
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
    this.#inPart = 0;
    const json = this.#json;
    [this.#json, this.#packed] = [this.#packed, json];
    json.empty();
    this.#part.moveTo(json);
    const before = this.#packing;
    this.#packing = before.then(async () => {
      this.#parts.push(this.store.keep(await this.store.gzip(json.bytes())));
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
