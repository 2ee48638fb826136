import { UNKNOWN_ROW } from '../../contract/jobs';
import { isReasonColumn } from './console-file';

/** The columns of a file without those that the console has added to it: a list of rows replaces them by its own. */
export function ownColumns(headers: readonly string[]): (cells: readonly string[]) => string[] {
  const kept = headers.flatMap((header, index) => (isReasonColumn(header) ? [] : [index]));
  return (cells) => kept.map((index) => cells[index] ?? '');
}

/** The number of a row as it stands in a list; empty where it is not known. */
export const rowNumber = (row: number): string => (row === UNKNOWN_ROW ? '' : String(row));
