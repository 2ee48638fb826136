import { ROWS_PER_PART, type LeftOutRow, type StoredRow } from '../../../../src/contract/imports';
import { acceptedJson, encodePart, leftOutJson, type ByteMapper } from '../../../../src/domain/import/part';
import { leftOutRow } from './row-size';
import { rowsOf, type CheckedFile, type PassOptions } from './check-file';

export type PartList = 'accepted' | 'left-out';
export interface Part {
  list: PartList;
  part: number;
  pieces: string[];
}
export type Upload = (part: Part) => Promise<void>;

/** One list's parts in their order. While one part is uploaded the next is packed and a third is filled; there are never more. */
class PartWriter<R extends StoredRow | LeftOutRow> {
  #rows: R[] = [];
  #part = 0;
  #uploading: Promise<void> = Promise.resolve();

  constructor(
    private readonly list: PartList,
    private readonly toJson: (rows: readonly R[]) => string,
    private readonly gzip: ByteMapper,
    private readonly upload: Upload,
  ) {}

  /** Takes a row; true when a part is full and {@link flush} has to be awaited. */
  add(row: R): boolean {
    this.#rows.push(row);
    return this.#rows.length === ROWS_PER_PART;
  }

  async flush(): Promise<void> {
    const rows = this.#rows;
    if (rows.length === 0) return;
    const part = this.#part;
    this.#rows = [];
    this.#part += 1;
    const packed = encodePart(this.toJson(rows), this.gzip);
    const before = this.#uploading;
    this.#uploading = this.#send(before, part, packed);
    // Whoever awaits it next gets the failure; until then it is not unhandled.
    this.#uploading.catch(() => undefined);
    await before;
  }

  async end(): Promise<void> {
    await this.flush();
    await this.#uploading;
  }

  async #send(before: Promise<void>, part: number, packed: Promise<string[]>): Promise<void> {
    const [pieces] = await Promise.all([packed, before]);
    await this.upload({ list: this.list, part, pieces });
  }
}

/** Reads a checked file again and hands its rows to `upload`, in parts: those that are in order, and those left out. */
export async function packFile(
  checked: CheckedFile,
  gzip: ByteMapper,
  upload: Upload,
  pass: PassOptions,
): Promise<void> {
  const accepted = new PartWriter<StoredRow>('accepted', acceptedJson, gzip, upload);
  const leftOut = new PartWriter<LeftOutRow>('left-out', leftOutJson, gzip, upload);
  let rows = 0;
  for await (const chunk of checked.file.records()) {
    for (const row of rowsOf(chunk, checked.file.headerRecord)) {
      rows += 1;
      if (checked.isLeftOut(row.number)) {
        if (leftOut.add(leftOutRow(row.number, row.cells, checked.problemsOf(row)))) await leftOut.flush();
      } else if (accepted.add([row.number, row.cells])) {
        await accepted.flush();
        pass.signal.throwIfAborted();
      }
    }
    pass.signal.throwIfAborted();
    pass.progress({ rows, fraction: chunk.fraction });
  }
  await accepted.end();
  await leftOut.end();
}
