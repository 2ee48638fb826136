import type { Delimiter } from '../../contract/imports';
import { guard } from './guard';

/** Tells Excel that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

function quote(cell: string, delimiter: Delimiter): string {
  const plain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && cell.trim() === cell;
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** One line of a CSV that people open in a spreadsheet: guarded, quoted where needed, ended as RFC 4180 says. */
export function csvLine(cells: readonly string[], delimiter: Delimiter): string {
  return `${cells.map((cell) => quote(guard(cell), delimiter)).join(delimiter)}\r\n`;
}
