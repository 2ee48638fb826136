import { utils, write } from '@e965/xlsx';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Cell = string | number | boolean | Date;

/** A cell of a CSV as a person has it in a spreadsheet: dates, numbers, yes and no are of their own types there. */
function typed(cell: string): Cell {
  if (/^\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell))) return new Date(`${cell}T00:00:00Z`);
  if (/^\d+$/.test(cell)) return Number(cell);
  return cell === 'yes' || cell === 'no' ? cell === 'yes' : cell;
}

/**
 * Writes a workbook of samples/ as people have them: a sheet that explains it, and one with a merged title above the
 * header, typed cells and a row that a filter has hidden.
 */
export function writeSampleWorkbook(name: string, headers: readonly string[], rows: readonly string[][]): void {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Customers for the import, one in each row.']]), 'About');
  const cells: Cell[][] = [['Customers'], [], [...headers], ...rows.map((row) => row.map(typed))];
  const sheet = utils.aoa_to_sheet(cells, { UTC: true });
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: headers.length - 1 } }];
  sheet['!rows'] = cells.map((_, at) => (at === 6 ? { hidden: true } : {}));
  utils.book_append_sheet(book, sheet, 'Customers');
  const bytes: unknown = write(book, { type: 'buffer', compression: true, bookSST: true });
  if (!(bytes instanceof Uint8Array)) throw new Error('The workbook was not written.');
  writeFileSync(resolve(import.meta.dirname, '../../samples', name), bytes);
}
