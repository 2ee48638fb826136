import { type WorkSheet, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

type Cell = string | number | boolean | Date | null;
export type Sheets = Record<string, Cell[][] | WorkSheet>;

export function sheet(rows: Cell[][], date1904 = false): WorkSheet {
  const options = { dense: true, UTC: true, date1904 };
  return utils.aoa_to_sheet(rows, options);
}

/** A workbook as another program writes it. */
export function workbook(sheets: Sheets, book: { date1904?: boolean; hidden?: string[] } = {}): Blob {
  const made = utils.book_new();
  for (const [name, content] of Object.entries(sheets))
    utils.book_append_sheet(made, Array.isArray(content) ? sheet(content, book.date1904) : content, name);
  made.Workbook = {
    WBProps: { date1904: book.date1904 ?? false },
    Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: book.hidden?.includes(name) === true ? 1 : 0 })),
  };
  return blobOf(write(made, { type: 'buffer', bookSST: true, compression: true }) as Uint8Array);
}

/** A sheet of another format than .xlsx. */
export const otherBook = (rows: Cell[][], bookType: 'biff8' | 'ods' | 'xlsb'): Blob => {
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet(rows), 'Sheet1');
  return blobOf(write(made, { type: 'buffer', bookType }) as Uint8Array);
};

export const blobOf = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);

/** A ZIP with these files. */
export const zipOf = (files: Record<string, string>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level });

/** The files of a workbook of one sheet, whose XML is given. */
export const filesOf = (sheetData: string, more: Record<string, string> = {}): Record<string, string> => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  ...more,
});

/** A workbook whose sheet is written by hand. */
export const rawWorkbook = (sheetData: string, more: Record<string, string> = {}): Blob =>
  blobOf(zipOf(filesOf(sheetData, more)));
