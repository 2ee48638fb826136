import { ROWS_PER_PART, type LeftOutRow, type StoredRow } from '../../../contract/imports';
import { acceptedJson, encodePart, leftOutJson, type ByteMapper } from '../../import/part';
import type { CheckedFile, PassOptions } from './check-file';
import { leftOutRow } from './row-size';

export type PartList = 'accepted' | 'left-out';
export interface Part {
  list: PartList;
  part: number;
  pieces: string[];
}
export type Upload = (part: Part) => Promise<void>;

/** Rows in groups of as many as a part has, the last with those that are left. */
async function* inParts<R>(rows: AsyncIterable<R>): AsyncGenerator<R[]> {
  let part: R[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length < ROWS_PER_PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

async function* leftOutRows({ kept, rescued, problemsOf }: CheckedFile): AsyncGenerator<LeftOutRow> {
  for await (const rows of kept.leftOutRows()) {
    for (const row of rows) {
      if (!rescued.has(row.number)) yield leftOutRow(row.number, row.cells, problemsOf(row));
    }
  }
}

/** The rows that were accepted and those that are in order since, in the order of the file. */
async function* acceptedRows({ kept, rescued }: CheckedFile): AsyncGenerator<StoredRow> {
  const late = rescuedRows(kept, rescued);
  let next = await late.next();
  for await (const rows of kept.acceptedRows()) {
    for (const row of rows) {
      for (; !next.done && next.value[0] < row[0]; next = await late.next()) yield next.value;
      yield row;
    }
  }
  for (; !next.done; next = await late.next()) yield next.value;
}

async function* rescuedRows(kept: CheckedFile['kept'], rescued: ReadonlySet<number>): AsyncGenerator<StoredRow> {
  for await (const rows of kept.leftOutRows()) {
    for (const { number, cells } of rows) if (rescued.has(number)) yield [number, cells];
  }
}

/** The accepted rows as they are uploaded: as they were packed when they were read, unless some have joined them since. */
async function* acceptedParts(checked: CheckedFile, gzip: ByteMapper): AsyncGenerator<string[]> {
  if (checked.rescued.size === 0) {
    yield* checked.kept.parts();
    return;
  }
  for await (const rows of inParts(acceptedRows(checked))) yield await encodePart(acceptedJson(rows), gzip);
}

/** Hands the rows of a checked file to `upload`, in parts: those that are in order, and those left out. */
export async function packFile(
  checked: CheckedFile,
  gzip: ByteMapper,
  upload: Upload,
  pass: PassOptions,
): Promise<void> {
  const { rows } = checked.summary;
  let sent = 0;
  const tell = (more: number): void => {
    pass.signal.throwIfAborted();
    sent = Math.min(rows, sent + more);
    pass.progress({ rows: sent, fraction: rows === 0 ? 1 : sent / rows });
  };
  let part = 0;
  for await (const pieces of acceptedParts(checked, gzip)) {
    await upload({ list: 'accepted', part, pieces });
    part += 1;
    tell(ROWS_PER_PART);
  }
  part = 0;
  for await (const left of inParts(leftOutRows(checked))) {
    await upload({ list: 'left-out', part, pieces: await encodePart(leftOutJson(left), gzip) });
    part += 1;
    tell(left.length);
  }
}
