import type { ResultRow } from '../../contract/jobs';
import { DONE_COLUMN, ID_COLUMN, OUTCOME_COLUMN, REASON_COLUMN, ROW_COLUMN } from './console-file';
import { ownColumns, rowNumber } from './layout';

interface ResultsLayout {
  headers: string[];
  row: (row: ResultRow) => string[];
}

/** The layout of all results of a job: what became of each row, then the columns of the input as they were. */
export function resultsLayout(headers: readonly string[]): ResultsLayout {
  const pick = ownColumns(headers);
  return {
    headers: [ROW_COLUMN, OUTCOME_COLUMN, DONE_COLUMN, ID_COLUMN, REASON_COLUMN, ...pick(headers)],
    row: ({ row, outcome, done, id, reason, cells }) => [
      rowNumber(row),
      outcome,
      done,
      id,
      reason,
      ...pick(cells),
      ...cells.slice(headers.length),
    ],
  };
}
