import { reasonColumns } from './console-file';
import { ownColumns, rowNumber } from './layout';

/** Where the cells of the input go in a list of rows that did not succeed: the reason columns are not repeated. */
export interface UnsuccessfulLayout {
  headers: string[];
  row: (cells: readonly string[], reason: { row: number; outcome: string; reason: string }) => string[];
}

/**
 * The layout of such a list: the columns of the input as they were, then the console's own. When the input is such a
 * list itself its old reason columns give way to the new ones.
 */
export function unsuccessfulLayout(headers: readonly string[]): UnsuccessfulLayout {
  const pick = ownColumns(headers);
  return {
    headers: [...pick(headers), ...reasonColumns],
    // Cells beyond the header are why a row was left out: they stay, behind, so that nothing of the row is lost.
    row: (cells, { row, outcome, reason }) => [
      ...pick(cells),
      rowNumber(row),
      outcome,
      reason,
      ...cells.slice(headers.length),
    ],
  };
}
