import { ROWS_PER_PART, type LeftOutRow, type StoredRow } from '../../../contract/imports';
import { acceptedJson, encodePart, leftOutJson, type ByteMapper } from '../../import/part';
import { acceptedRows, rowsLeftOut } from './accepted-rows';
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

async function* leftOutRows(checked: CheckedFile): AsyncGenerator<LeftOutRow> {
  for await (const row of rowsLeftOut(checked)) yield leftOutRow(row.number, row.cells, checked.problemsOf(row));
}

/** Rows that were accepted and are not sent: some are left away, some left out with the reason. */
export interface NotSent {
  unchanged: ReadonlySet<number>;
  failing: ReadonlyMap<number, string>;
}

export const allSent: NotSent = { unchanged: new Set(), failing: new Map() };

/** The accepted rows as they are uploaded: as they were packed when they were read, unless others are sent by now. */
async function* acceptedParts(checked: CheckedFile, gzip: ByteMapper, not: NotSent): AsyncGenerator<string[]> {
  const changed = checked.rescued.size + (checked.joined?.changed ?? 0);
  if (changed + not.unchanged.size + not.failing.size === 0) {
    yield* checked.kept.parts();
    return;
  }
  for await (const rows of inParts(sentRows(checked, not))) yield await encodePart(acceptedJson(rows), gzip);
}

async function* sentRows(checked: CheckedFile, { unchanged, failing }: NotSent): AsyncGenerator<StoredRow> {
  for await (const row of acceptedRows(checked)) if (!unchanged.has(row[0]) && !failing.has(row[0])) yield row;
}

/** The rows that are left out, with those that will fail, in the order of the file. */
async function* allLeftOut(checked: CheckedFile, { failing }: NotSent): AsyncGenerator<LeftOutRow> {
  if (failing.size === 0) {
    yield* leftOutRows(checked);
    return;
  }
  const left = leftOutRows(checked);
  let next = await left.next();
  for await (const row of failingRows(checked, failing)) {
    for (; next.done !== true && next.value[0] < row[0]; next = await left.next()) yield next.value;
    yield row;
  }
  for (; next.done !== true; next = await left.next()) yield next.value;
}

/** The rows that will fail, with those that would be imported with them, in the order of the file. */
async function* failingRows(checked: CheckedFile, failing: NotSent['failing']): AsyncGenerator<LeftOutRow> {
  const joined = [...failing]
    .flatMap(([first, reason]) =>
      (checked.joined?.joinedTo(first) ?? []).map(({ number, cells }): LeftOutRow => [
        number,
        cells,
        [reason],
        [reason],
      ]),
    )
    .sort(([first], [second]) => first - second)
    .values();
  let later = joined.next();
  for await (const [row, cells] of acceptedRows(checked)) {
    const reason = failing.get(row);
    if (reason === undefined) continue;
    for (; later.done !== true && later.value[0] < row; later = joined.next()) yield later.value;
    yield [row, cells, [reason], [reason]];
  }
  for (; later.done !== true; later = joined.next()) yield later.value;
}

/** Hands the rows of a checked file to `upload`, in parts: those that are in order, and those left out. `notSent`: what a comparison keeps back. */
export async function packFile(
  checked: CheckedFile,
  gzip: ByteMapper,
  upload: Upload,
  pass: PassOptions,
  notSent: NotSent = allSent,
): Promise<void> {
  const { rows } = checked.summary;
  let sent = 0;
  const tell = (more: number): void => {
    pass.signal.throwIfAborted();
    sent = Math.min(rows, sent + more);
    pass.progress({ rows: sent, fraction: rows === 0 ? 1 : sent / rows });
  };
  let part = 0;
  for await (const pieces of acceptedParts(checked, gzip, notSent)) {
    await upload({ list: 'accepted', part, pieces });
    part += 1;
    tell(ROWS_PER_PART);
  }
  part = 0;
  for await (const left of inParts(allLeftOut(checked, notSent))) {
    await upload({ list: 'left-out', part, pieces: await encodePart(leftOutJson(left), gzip) });
    part += 1;
    tell(left.length);
  }
}
