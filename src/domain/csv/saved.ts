import type { SavedRow } from '../../contract/jobs';
import { isReasonColumn, reasonColumns } from './console-file';
import { rowNumber } from './layout';

interface SavedLayout {
  headers: string[];
  row: (row: SavedRow) => string[];
}

/**
 * The layout of saved records: the headers of all of them in the order in which they first occur, then the console's own,
 * by which an import knows that the file is the console's and takes the guards off its cells.
 */
export function savedLayout(rows: readonly SavedRow[]): SavedLayout {
  const headers = [...new Set(rows.flatMap(({ saved }) => Object.keys(saved)))].filter((one) => !isReasonColumn(one));
  return {
    headers: [...headers, ...reasonColumns],
    row: ({ row, outcome, reason, saved }) => [
      ...headers.map((header) => saved[header] ?? ''),
      rowNumber(row),
      outcome,
      reason,
    ],
  };
}
