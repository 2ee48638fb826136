import { MAX_PART_BYTES, ROWS_PER_PART, type LeftOutRow } from '../../../contract/imports';
import { type RowProblem, problemGroup, problemSentence } from '../../kinds/problem';
import { MAX_COLUMNS } from '../../import/limits';

/** Bytes of one row as JSON, so that a part of full rows stays under MAX_PART_BYTES. */
export const MAX_ROW_BYTES = Math.floor(MAX_PART_BYTES / ROWS_PER_PART) - 16;
/** Bytes of the cells of a row that is left out: its reasons are stored with it. */
const MAX_LEFT_OUT_BYTES = MAX_ROW_BYTES / 2;
/** JSON writes at most 6 bytes for a character. */
const MOST_BYTES_OF_CHAR = 6;

/** Whether the cells take more bytes than that as JSON. */
export function isLargerThan(bytes: number, cells: readonly string[]): boolean {
  let chars = cells.length * 3;
  for (const cell of cells) chars += cell.length;
  return chars * MOST_BYTES_OF_CHAR > bytes && new TextEncoder().encode(JSON.stringify(cells)).length > bytes;
}

/**
 * A row as it is stored to be handed back. Of what is too large, the beginnings of the cells are kept, and the reason says
 * so.
 */
export function leftOutRow(number: number, cells: string[], problems: readonly RowProblem[]): LeftOutRow {
  const reasons = problems.map(problemSentence);
  const groups = [...new Set(problems.map(problemGroup))];
  if (!isLargerThan(MAX_LEFT_OUT_BYTES, cells)) return [number, cells, reasons, groups];
  const kept = cells.slice(0, MAX_COLUMNS);
  const chars = Math.floor(MAX_LEFT_OUT_BYTES / MOST_BYTES_OF_CHAR / kept.length) - 1;
  const cut = 'The row is too large to return in full, so its cells are cut here. Your file has all of it.';
  return [number, kept.map((cell) => cell.slice(0, chars)), [...reasons, cut], groups];
}
