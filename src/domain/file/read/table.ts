import type { FileFacts } from '../../../contract/file-frame';
import { isConsoleFile, isExport } from '../../csv/console-file';
import { unguard } from '../../csv/guard';
import { Cleaner, cleanedInside } from '../../import/clean/cleaner';
import { HEADER_WITHIN, columnNames, findHeader, tooManyColumns } from '../../import/header';
import { usualWidth } from './notation';
import type { RecordChunk } from './records';
import { RefusedFile } from './refused';

/** The rows of a file under the names of its columns. */
export type Table = Pick<FileFacts, 'headers' | 'sample' | 'tops' | 'telling' | 'values' | 'fromConsole'> &
  Pick<FileFacts['reading'], 'headerRow' | 'headerBy' | 'titles'> & {
    records: () => AsyncGenerator<RecordChunk>;
    /** Cells that a row can have; those beyond the columns are empty. */
    width: number;
  };

const SAMPLE_ROWS = 20;
const TELLING_ROWS = 3;
/** Rows among which a person chooses the header, and cells of each that are shown there. */
const TOP_ROWS = 12;
const TOP_CELLS = 5;
/** Rows whose values tell what a column is. */
const JUDGED_ROWS = 2_000;
/** Different values of a column, and characters of all of them: they travel to the page in one message. */
const VALUES_OF_COLUMN = 200;
const VALUE_CHARS = 80;
const ALL_VALUES_CHARS = 150_000;

const nothingIn = 'The file is empty. Choose a file with a header row and at least one row of data.';

export function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

/** The first records of a file, no more of them read than it takes. */
async function firstRecords(records: AsyncGenerator<RecordChunk>, most: number): Promise<string[][]> {
  const first: string[][] = [];
  for await (const chunk of records) {
    for (const record of chunk.records) if (first.push(record) === most) return first;
  }
  return first;
}

interface Header {
  headers: string[];
  headerRow: number;
  headerBy: FileFacts['reading']['headerBy'];
  titles: number;
}

function headerAt(records: readonly string[][], row: number, headerBy: Header['headerBy'], cleaner: Cleaner): Header {
  const record = records[row - 1];
  const names =
    record === undefined
      ? Array.from({ length: usualWidth(records) || 1 }, (_, at) => `Column ${at + 1}`)
      : columnNames(record.map((name) => cleaner.clean(name)));
  const problem = tooManyColumns(names.length);
  if (problem !== null) throw new RefusedFile(problem);
  const titles = records.slice(0, Math.max(0, row - 1)).filter((above) => !isBlank(above)).length;
  return { headers: names, headerRow: row, headerBy, titles };
}

function headerOf(records: readonly string[][], chosen: number | undefined, cleaner: Cleaner): Header {
  if (chosen !== undefined) {
    if (chosen > 0 && (records[chosen - 1] === undefined || isBlank(records[chosen - 1] ?? [])))
      throw new RefusedFile(`Row ${chosen} is empty, so it can’t name the columns. Choose another row.`);
    return headerAt(records, chosen, 'choice', cleaner);
  }
  const filled = records.flatMap((record, at) => (isBlank(record) ? [] : [at])).slice(0, HEADER_WITHIN);
  if (filled.length === 0) throw new RefusedFile(nothingIn);
  const found = findHeader(filled.map((at) => (records[at] ?? []).map((cell) => cleaner.clean(cell))));
  return headerAt(records, found === null ? 0 : (filled[found] ?? 0) + 1, 'rows', cleaner);
}

/** The different values of each column, as far as they fit one message. */
function valuesOf(rows: readonly string[][], columns: number): string[][] {
  const most = Math.max(10, Math.min(VALUES_OF_COLUMN, Math.floor(ALL_VALUES_CHARS / columns / 20)));
  return Array.from({ length: columns }, (_, at) => {
    const different = new Set<string>();
    for (const row of rows) {
      const value = row[at] ?? '';
      if (value !== '') different.add(value.slice(0, VALUE_CHARS));
      if (different.size === most) break;
    }
    return [...different];
  });
}

// oxlint-disable-next-line no-control-regex -- ASCII begins with them
const beyondAscii = /[^\u0000-\u007F]/;

/**
 * Finds the header among the first records, and what the rows below it look like. `chosen`: the row of the header where a
 * person has said it, 0 for none. Throws {@link RefusedFile}.
 */
export async function tableOf(records: () => AsyncGenerator<RecordChunk>, chosen: number | undefined): Promise<Table> {
  const first = await firstRecords(records(), JUDGED_ROWS);
  const cleaner = new Cleaner();
  const header = headerOf(first, chosen, cleaner);
  const { headers, headerRow } = header;
  const fromConsole = isConsoleFile(headers);
  const isGuarded = fromConsole || isExport(headers);
  const undo = (cells: string[]): string[] => (isGuarded ? cells.map(unguard) : cells);
  const below = first.filter((record, at) => at + 1 > headerRow && !isBlank(record));
  const width = widthOf(below, first[headerRow - 1], headers.length);
  const cleaned = (cells: string[]): string[] => {
    const row = underNames(undo(cells), headers.length, width).slice();
    cleaner.cleanRow(0, row, cleanedInside.test(row.join('')));
    return row;
  };
  const rows = first.flatMap((record, at) =>
    at + 1 <= headerRow || isBlank(record) ? [] : [{ row: at + 1, cells: cleaned(record) }],
  );
  if (rows.length === 0) throw new RefusedFile('The file has a header but no rows of data. Choose a file with rows.');
  const cells = rows.map((row) => row.cells);
  return {
    ...header,
    headers: undo(headers),
    sample: cells.slice(0, SAMPLE_ROWS),
    tops: first
      .flatMap((record, at) => (isBlank(record) ? [] : [{ row: at + 1, cells: record.slice(0, TOP_CELLS) }]))
      .slice(0, TOP_ROWS),
    telling: rows.filter((row) => row.cells.some((cell) => beyondAscii.test(cell))).slice(0, TELLING_ROWS),
    values: valuesOf(cells, headers.length),
    fromConsole,
    width,
    records: isGuarded ? () => mapped(records(), undo) : records,
  };
}

/**
 * Cells that the rows have, with separators that end each of them for nothing: as many as the header has, or as every row
 * has more. An empty cell more in some rows is one that a separator inside a value has made, which is a problem of theirs.
 */
function widthOf(rows: readonly string[][], header: readonly string[] | undefined, columns: number): number {
  const shortest = rows.reduce((least, { length }) => Math.min(least, length), Infinity);
  const isEmptyThere = rows.every((row) => row.slice(columns).every((cell) => cell.trim() === ''));
  return Math.max(columns, header?.length ?? 0, isEmptyThere ? shortest : 0);
}

/** A row without the empty cells that stand under no name, of those that rows can have; a value there stays. */
export function underNames(cells: string[], columns: number, width: number): string[] {
  if (cells.length > width) return cells;
  let end = cells.length;
  while (end > columns && cells[end - 1]?.trim() === '') end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}

async function* mapped(
  chunks: AsyncGenerator<RecordChunk>,
  map: (cells: string[]) => string[],
): AsyncGenerator<RecordChunk> {
  for await (const chunk of chunks) yield { ...chunk, records: chunk.records.map(map) };
}
