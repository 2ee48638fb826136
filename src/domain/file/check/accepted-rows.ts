import type { StoredRow } from '../../../contract/imports';
import type { CheckedFile } from './check-file';

/** The rows that were accepted and those that are in order since, in the order of the file. */
export async function* acceptedRows({ kept, rescued }: CheckedFile): AsyncGenerator<StoredRow> {
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
