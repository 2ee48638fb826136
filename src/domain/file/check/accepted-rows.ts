import type { StoredRow } from '../../../contract/imports';
import type { CheckedFile } from './check-file';
import type { RawRow } from './row-check';

/** The rows that were accepted and those that are in order since, in the order of the file. */
export async function* acceptedRows(checked: CheckedFile): AsyncGenerator<StoredRow> {
  const late = rescuedRows(checked);
  let next = await late.next();
  for await (const rows of checked.kept.acceptedRows()) {
    for (const row of rows) {
      for (; !next.done && next.value[0] < row[0]; next = await late.next()) yield next.value;
      yield row;
    }
  }
  for (; !next.done; next = await late.next()) yield next.value;
}

async function* rescuedRows({ kept, rescued, corrections }: CheckedFile): AsyncGenerator<StoredRow> {
  for await (const rows of kept.leftOutRows()) {
    for (const row of rows) if (rescued.has(row.number)) yield [row.number, corrections.appliedTo(row).cells];
  }
}

/** The rows that are left out, as they are corrected, in the order of the file. */
export async function* rowsLeftOut({ kept, rescued, corrections }: CheckedFile): AsyncGenerator<RawRow> {
  for await (const rows of kept.leftOutRows()) {
    for (const row of rows) if (!rescued.has(row.number)) yield corrections.appliedTo(row);
  }
}
