import type { FileBytes } from './file-bytes';
import { type FileFacts, MAX_SHEET_ROWS } from '../../../contract/file-frame';
import type { ReadingChoices } from '../../../contract/imports';
import { HEADER_WITHIN } from '../../import/header';
import type { OpenedFile } from './opened-file';
import { refuseOtherZip } from './other-formats';
import { RefusedFile } from './refused';
import { tableOf } from './table';
import { KeptRecords } from './workbook/kept-records';
import { readNumberFormats } from './workbook/number-formats';
import { readSharedStrings } from './workbook/shared-strings';
import { countRows, readSheet, type SheetFacts } from './workbook/sheet';
import { readWorkbook, WORKBOOK, type Sheet, type Workbook } from './workbook/workbook';
import { openZip, type Zip } from './workbook/zip';

const tooManyRows = (sheet: string): RefusedFile =>
  new RefusedFile(
    `The sheet “${sheet}” has more than 100,000 rows, the maximum for a workbook. Save it as CSV in a spreadsheet program and choose that file: a CSV can have up to 1,000,000 rows.`,
  );

/** The sheets that have a header and a row, or where none has, those that hold anything. */
async function sheetsWithRows(zip: Zip, { sheets }: Workbook): Promise<Sheet[]> {
  const counted: { sheet: Sheet; rows: number }[] = [];
  for (const sheet of sheets) counted.push({ sheet, rows: await countRows(zip, sheet.path, 2) });
  const having = (least: number) => counted.flatMap(({ sheet, rows }) => (rows >= least ? [sheet] : []));
  const withRows = having(2);
  return withRows.length > 0 ? withRows : having(1);
}

function sheetOf(sheets: readonly Sheet[], { sheet: wanted }: ReadingChoices): Sheet {
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ isHidden }) => !isHidden) ?? sheets.at(0);
  if (sheet === undefined)
    throw new RefusedFile('The workbook is empty. Choose a file with a header row and at least one row of data.');
  return sheet;
}

async function recordsOf(zip: Zip, workbook: Workbook, sheet: Sheet) {
  const context = {
    strings: await readSharedStrings(zip, workbook.sharedStrings),
    formats: await readNumberFormats(zip, workbook.styles),
    from1904: workbook.from1904,
  };
  const kept = new KeptRecords();
  let rows = 0;
  const facts = await readSheet(zip, sheet.path, context, (row, cells) => {
    rows += 1;
    if (rows > MAX_SHEET_ROWS + HEADER_WITHIN) throw tooManyRows(sheet.name);
    kept.add(row, cells);
  });
  kept.end();
  return { kept, rows, facts };
}

/** What a sheet has that a person may not see, below the header. */
function noticedBelow(header: number, facts: SheetFacts): Partial<FileFacts['reading']> {
  const below = (rows: readonly number[]): number => rows.filter((row) => row > header).length;
  return {
    hiddenRows: below(facts.hiddenRows),
    hiddenColumns: facts.hiddenColumns,
    mergedCells: below(facts.mergedRows),
    withoutResult: below(facts.withoutResult),
  };
}

/**
 * Finds out which sheets a workbook (.xlsx) has, and reads one of them: the one that a person chose, else the first with
 * rows that isn't hidden. Throws {@link RefusedFile}.
 */
export async function openWorkbook(file: FileBytes, name: string, choices: ReadingChoices): Promise<OpenedFile> {
  const zip = await openZip(file);
  if (!zip.has(WORKBOOK)) refuseOtherZip(zip);
  const workbook = await readWorkbook(zip);
  const sheets = await sheetsWithRows(zip, workbook);
  const sheet = sheetOf(sheets, choices);
  const { kept, rows, facts } = await recordsOf(zip, workbook, sheet);
  const { records, width, headerRow, headerBy, titles, ...table } = await tableOf(
    () => kept.records(),
    choices.headerRow,
  );
  const mostRows = rows - titles - (headerRow > 0 ? 1 : 0);
  if (mostRows > MAX_SHEET_ROWS) throw tooManyRows(sheet.name);
  const reading: FileFacts['reading'] = {
    // A workbook tells how it is written. What it says of separators is for lists that are made of it.
    encoding: 'UTF-8',
    encodingBy: 'mark',
    delimiter: ',',
    delimiterBy: 'workbook',
    quote: '"',
    headerRow,
    headerBy,
    titles,
    sheet: sheet.name,
    sheets: sheets.map((one) => one.name),
    ...noticedBelow(headerRow, facts),
  };
  return { facts: { name, bytes: file.size, reading, ...table }, choices, width, records, mostRows };
}
