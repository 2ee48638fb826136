import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { guard } from '../../csv/guard';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parts = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declared = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;

/** The least that spreadsheet programs take for a workbook. Its second style is text: what is typed there stays as it is. */
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${parts}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${parts}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${parts}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** Characters of a cell in Excel; a workbook with a longer one is damaged to it. */
const LONGEST_CELL = 32_767;
/** Characters that are compressed at a time. */
const PIECE_CHARS = 256 * 1024;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// oxlint-disable-next-line no-control-regex -- XML can't hold them
const impossible = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const written = (cell: string): string =>
  cell
    .slice(0, LONGEST_CELL)
    .replaceAll(/_(?=x[\da-fA-F]{4}_)/g, code)
    .replaceAll(impossible, code)
    .replaceAll(/[&<>]/g, (mark) => marks[mark] ?? mark);

const cellXml = (cell: string): string =>
  cell === ''
    ? '<c s="1"/>'
    : `<c s="1" t="inlineStr"><is><t xml:space="preserve">${written(guard(cell))}</t></is></c>`;

/**
 * Writes a workbook of one sheet, row by row. All cells are text, so that nothing is run or changed when it is opened;
 * they are guarded too, as a CSV is, for whoever saves the sheet as one.
 */
export class WorkbookWriter {
  readonly #bytes: Blob[] = [];
  readonly #zip: Zip;
  readonly #sheet = new ZipDeflate('xl/worksheets/sheet1.xml');
  #text = declared(`<worksheet xmlns="${main}"><sheetData>`);

  constructor() {
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#bytes.push(new Blob([new Uint8Array(bytes)]));
    });
    for (const [name, xml] of Object.entries(frame)) {
      const file = new ZipDeflate(name);
      this.#zip.add(file);
      file.push(strToU8(declared(xml)), true);
    }
    this.#zip.add(this.#sheet);
  }

  add(cells: readonly string[]): void {
    this.#text += `<row>${cells.map(cellXml).join('')}</row>`;
    if (this.#text.length < PIECE_CHARS) return;
    this.#sheet.push(strToU8(this.#text));
    this.#text = '';
  }

  /** The workbook. Nothing can be added after it. */
  end(): Blob {
    this.#sheet.push(strToU8(`${this.#text}</sheetData></worksheet>`), true);
    this.#zip.end();
    return new Blob(this.#bytes, { type: TYPE });
  }
}
