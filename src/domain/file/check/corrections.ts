import type { Correction } from '../../../contract/file-frame';
import type { RawRow } from './row-check';

/** Cells as a person has corrected them, in place of what the file has. */
export class Corrections {
  readonly #byRow = new Map<number, Correction[]>();
  /** The numbers of the rows that have one. */
  readonly rows: ReadonlySet<number>;

  /** `list`: of a cell that has several, the last holds. `clean`: as the cells of the file are cleaned. */
  constructor(list: readonly Correction[] = [], clean: (text: string) => string = (text) => text) {
    for (const typed of list) {
      const correction = { ...typed, text: clean(typed.text) };
      const known = this.#byRow.get(correction.row);
      if (known) known.push(correction);
      else this.#byRow.set(correction.row, [correction]);
    }
    this.rows = new Set(this.#byRow.keys());
  }

  /** The row as it is imported; the very row where nothing of it is corrected. */
  appliedTo(row: RawRow): RawRow {
    const own = this.#byRow.get(row.number);
    if (own === undefined) return row;
    const cells = [...row.cells];
    for (const { column, text } of own) if (column < cells.length) cells[column] = text;
    // What was typed can hold what no value has, as a cell of a file can.
    return { ...row, cells, mayBeDamaged: true };
  }
}
