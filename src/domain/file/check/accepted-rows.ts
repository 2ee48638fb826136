import type { StoredRow } from '../../../contract/imports';
import type { Corrections } from './corrections';
import type { JoinedRows } from './joined-rows';
import type { KeptRows } from './kept-rows';
import type { RawRow } from './row-check';

/** The rows of a file, and what has become of each. */
export interface RowsRead {
  /** What was read, accepted and left out when the file was read. */
  kept: KeptRows;
  /** Rows left out then that are in order since. */
  rescued: ReadonlySet<number>;
  /** What stands in place of cells of rows that were left out. */
  corrections: Corrections;
  /** Rows that are imported with earlier ones; none where rows aren't joined. */
  joined?: JoinedRows;
}

/** The rows that were accepted and those that are in order since, in the order of the file, with what others add to them. */
export async function* acceptedRows(checked: RowsRead): AsyncGenerator<StoredRow> {
  const whole = (row: StoredRow): StoredRow => checked.joined?.whole(row) ?? row;
  const late = rescuedRows(checked);
  let next = await late.next();
  for await (const rows of checked.kept.acceptedRows()) {
    for (const row of rows) {
      for (; !next.done && next.value[0] < row[0]; next = await late.next()) yield whole(next.value);
      yield whole(row);
    }
  }
  for (; !next.done; next = await late.next()) yield whole(next.value);
}

async function* rescuedRows({ kept, rescued, corrections }: RowsRead): AsyncGenerator<StoredRow> {
  for await (const rows of kept.leftOutRows()) {
    for (const row of rows) if (rescued.has(row.number)) yield [row.number, corrections.appliedTo(row).cells];
  }
}

/** The rows that are left out, as they are corrected, in the order of the file. */
export async function* rowsLeftOut({ kept, rescued, corrections, joined }: RowsRead): AsyncGenerator<RawRow> {
  for await (const rows of kept.leftOutRows()) {
    for (const row of rows)
      if (!rescued.has(row.number) && joined?.numbers.has(row.number) !== true) yield corrections.appliedTo(row);
  }
}
