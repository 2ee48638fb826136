import * as v from 'valibot';
import { oddIn, type RecordChunk } from '../records';
import { tooLarge } from './damaged';

const RECORDS_PER_CHUNK = 500;
/** Characters of rows that are held until they are kept, and of all that are kept: one text can be that of many cells. */
const CHARS_PER_CHUNK = 4 * 1024 * 1024;
const CHARS_MOST = 256 * 1024 * 1024;
const nothingMisquoted: ReadonlyMap<number, number> = new Map();
const recordsSchema = v.array(v.array(v.string()));

type KeptChunk = Omit<RecordChunk, 'records' | 'fraction'> & { rows: number; records: Blob };

/**
 * The rows of a sheet, kept in the browser, which holds large blobs outside its memory: a sheet is unpacked and read once,
 * as what is hidden or merged in it is known at its end, and its rows are read as often as they are needed.
 */
export class KeptRecords {
  readonly #chunks: KeptChunk[] = [];
  #records: string[][] = [];
  #chars = 0;
  #allChars = 0;
  #row = 0;
  #width = 0;

  /** Takes the row with this number, which is behind all before. Rows between are empty. Throws RefusedFile for too many. */
  add(row: number, cells: string[]): void {
    for (; this.#row < row - 1; this.#row += 1) this.#push([]);
    this.#push(cells);
    this.#row = row;
    this.#width = Math.max(this.#width, cells.length);
  }

  end(): void {
    this.#keep();
  }

  /** The rows in the order of the sheet, empty ones among them. All others have as many cells as the widest. */
  async *records(): AsyncGenerator<RecordChunk> {
    const last = this.#chunks.length;
    for (const [at, { records, ...chunk }] of this.#chunks.entries()) {
      const read = v.parse(recordsSchema, JSON.parse(await records.text()));
      for (const cells of read) while (cells.length > 0 && cells.length < this.#width) cells.push('');
      yield { ...chunk, records: read, fraction: (at + 1) / last };
    }
  }

  #push(cells: string[]): void {
    this.#records.push(cells);
    for (const cell of cells) this.#chars += cell.length;
    if (this.#records.length === RECORDS_PER_CHUNK || this.#chars > CHARS_PER_CHUNK) this.#keep();
  }

  #keep(): void {
    const records = this.#records;
    if (records.length === 0) return;
    this.#allChars += this.#chars;
    if (this.#allChars > CHARS_MOST) throw tooLarge();
    const text = records.map((cells) => cells.join('\n')).join('\n');
    const first = (this.#chunks.at(-1)?.first ?? 1) + (this.#chunks.at(-1)?.rows ?? 0);
    this.#chunks.push({
      first,
      rows: records.length,
      records: new Blob([JSON.stringify(records)]),
      misquoted: nothingMisquoted,
      ...oddIn(text),
    });
    [this.#records, this.#chars] = [[], 0];
  }
}
