import { isEmail } from '../fields/formats';
import { MAX_COLUMNS } from './limits';

/** Rows at the beginning of a file among which its header is looked for. */
export const HEADER_WITHIN = 60;

const filledCells = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** Whether a row holds values: an address, or nothing but numbers and dates. */
export function looksLikeValues(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  return (
    filled.some((cell) => isEmail(cell.trim())) ||
    (filled.length > 0 && filled.every((cell) => /^[\d\s.,:/+-]+$/.test(cell)))
  );
}

/**
 * Which of a file's first rows names its columns, as a position in `rows`; null where none does. Reports begin with
 * titles and dates, which fill one cell or two: the header is the first row that fills about as many cells as most rows.
 */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  const filled = rows.map(filledCells);
  const counts = new Map<number, number>();
  for (const cells of filled) if (cells > 0) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  const usual = [...counts].sort(([a, first], [b, second]) => second - first || b - a)[0]?.[0] ?? 0;
  const needed = usual <= 2 ? usual : Math.ceil(usual * 0.6);
  const at = filled.findIndex((cells) => cells > 0 && cells >= needed);
  const row = rows[at];
  if (row === undefined) return null;
  return looksLikeValues(row) ? null : at;
}

/**
 * The names of the columns, each another: a column without a name is called by its number, and of two with one name the
 * second gets a number behind it. Spreadsheets end lines with the separators of empty columns: those are no columns.
 */
export function columnNames(row: readonly string[]): string[] {
  const columns = row.findLastIndex((name) => name.trim() !== '') + 1;
  const names: string[] = [];
  const taken = new Set<string>();
  for (let at = 0; at < columns; at += 1) {
    const name = row[at]?.trim().replaceAll(/\s+/g, ' ') ?? '';
    const wanted = name === '' ? `Column ${at + 1}` : name;
    let unique = wanted;
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = `${wanted} (${copy})`;
    taken.add(unique.toLowerCase());
    names.push(unique);
  }
  return names;
}

/** Why a file cannot have these columns; null where it can. */
export const tooManyColumns = (columns: number): string | null =>
  columns <= MAX_COLUMNS
    ? null
    : `The header has ${columns} columns. A file can have up to ${MAX_COLUMNS}. Remove some columns.`;
