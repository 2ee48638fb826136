import { MAX_COLUMNS } from '../../../import/limits';
import { RefusedFile } from '../refused';
import { formattedText, isoText } from './cell-text';
import { columnOf, lettersOf } from './columns';
import { damaged } from './damaged';
import type { NumberFormat } from './number-formats';
import { RichText, unescaped } from './rich-text';
import { attribute, isOn, readXml, type XmlListener } from './xml';
import type { Zip } from './zip';

/** What cells are written with. */
export interface CellContext {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
}

/** What a sheet has beside its rows. Rows and columns are numbered from 1. */
export interface SheetFacts {
  /** Rows that are hidden and hold something. */
  hiddenRows: number[];
  /** Columns that are hidden and hold something. */
  hiddenColumns: number;
  /** The last row of each range of merged cells. */
  mergedRows: number[];
  /** Rows with formulas whose result the file doesn't have, once for each. */
  withoutResult: number[];
}

/** Rows of a sheet, and of its columns, in Excel. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Bytes of a sheet: ten times what 100,000 rows of 12 columns take. */
const SHEET_BYTES = 512 * 1024 * 1024;
/** Bytes of a sheet in which its first rows are looked for: those of a million empty rows with a format. */
const LOOKED_BYTES = 64 * 1024 * 1024;
/** Characters that a cell of a spreadsheet can have, with room for line breaks that are counted twice. */
const LONGEST_CELL = 65_536;

/** Hears the elements of a sheet, and gives each row that holds something with its number. */
class SheetListener implements XmlListener {
  readonly facts: SheetFacts = { hiddenRows: [], hiddenColumns: 0, mergedRows: [], withoutResult: [] };
  readonly #hidden: [from: number, to: number][] = [];
  readonly #used = new Set<number>();
  readonly #rich = new RichText();
  #row = 0;
  #isHiddenRow = false;
  #cells: string[] = [];
  #column = 0;
  #isInCell = false;
  #isInValue = false;
  #type: string | undefined;
  #style = 0;
  #value: string | null = null;
  #hasFormula = false;

  constructor(
    private readonly context: CellContext,
    private readonly take: (row: number, cells: string[]) => void,
  ) {}

  open(name: string, attributes: () => Record<string, string>): void {
    if (name === 'c') this.#openCell(attributes());
    else if (name === 'row') this.#openRow(attributes());
    else if (this.#isInCell) {
      if (name === 'v') [this.#isInValue, this.#value] = [true, ''];
      else if (name === 'f') this.#hasFormula = true;
      else this.#rich.open(name);
    } else if (name === 'col') this.#openColumn(attributes());
    else if (name === 'mergeCell') {
      const [, row] = /(\d+)$/.exec(attribute(attributes(), 'ref') ?? '') ?? [];
      this.facts.mergedRows.push(Number(row ?? LAST_ROW));
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value = (this.#value ?? '') + text;
    else if (this.#isInCell) this.#rich.add(text);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'v') this.#isInValue = false;
    else if (this.#isInCell) this.#rich.close(name);
    else if (name === 'sheetData') this.#countHidden();
  }

  #openColumn(its: Record<string, string>): void {
    if (isOn(its['hidden'])) this.#hidden.push([Number(its['min']), Number(its['max'])]);
  }

  #openRow(its: Record<string, string>): void {
    const row = its['r'] === undefined ? this.#row + 1 : Number(its['r']);
    if (!(row > this.#row && row <= LAST_ROW)) throw damaged();
    [this.#row, this.#column, this.#cells] = [row, 0, []];
    this.#isHiddenRow = isOn(its['hidden']);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#isHiddenRow) this.facts.hiddenRows.push(this.#row);
    this.take(this.#row, this.#cells);
  }

  #openCell(its: Record<string, string>): void {
    const column = its['r'] === undefined ? this.#column + 1 : columnOf(its['r']);
    if (!(column > this.#column && column <= LAST_COLUMN)) throw damaged();
    this.#column = column;
    this.#type = its['t'];
    this.#style = Number(its['s'] ?? 0);
    [this.#isInCell, this.#value, this.#hasFormula] = [true, null, false];
  }

  #closeCell(): void {
    this.#isInCell = false;
    const rich = this.#rich.take();
    if (this.#hasFormula && this.#value === null) this.facts.withoutResult.push(this.#row);
    const text = this.#type === 'inlineStr' ? rich : this.#textOf(this.#value ?? '');
    if (text === '') return;
    if (text.length > LONGEST_CELL) throw damaged();
    if (this.#column > MAX_COLUMNS) {
      throw new RefusedFile(
        `Row ${this.#row} has a value in column ${lettersOf(this.#column)}. A file can have up to ${MAX_COLUMNS} columns. Delete what isn’t needed.`,
      );
    }
    while (this.#cells.length < this.#column - 1) this.#cells.push('');
    this.#cells.push(text);
    this.#used.add(this.#column);
  }

  #textOf(value: string): string {
    if (value === '') return '';
    switch (this.#type) {
      case 's': {
        const text = this.context.strings[Number(value)];
        if (text === undefined) throw damaged();
        return text;
      }
      case 'str':
        return unescaped(value);
      case 'b':
        return isOn(value) ? 'true' : 'false';
      case 'e':
        return value;
      case 'd':
        return isoText(value);
      default: {
        const format = this.context.formats[this.#style] ?? { is: 'number', digits: 0 };
        return formattedText(value, format, this.context.from1904);
      }
    }
  }

  #countHidden(): void {
    const isHidden = (column: number) => this.#hidden.some(([from, to]) => column >= from && column <= to);
    this.facts.hiddenColumns = [...this.#used].filter(isHidden).length;
  }
}

/** Reads a sheet, and gives each row that holds something. Throws {@link RefusedFile} where it is damaged. */
export async function readSheet(
  zip: Zip,
  path: string,
  context: CellContext,
  take: (row: number, cells: string[]) => void,
): Promise<SheetFacts> {
  const listener = new SheetListener(context, take);
  await readXml(zip.read(path, SHEET_BYTES), listener);
  return listener.facts;
}

/** Why the reading of a sheet ends early. */
const enough = new Error('Enough is known of the sheet.');

async function* beginningOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    if (read > LOOKED_BYTES) throw enough;
    yield piece;
  }
}

/** How many rows at the beginning of a sheet hold something, counted up to `most`; texts are not looked up. */
export async function countRows(zip: Zip, path: string, most: number): Promise<number> {
  let rows = 0;
  const anyText = { strings: new Proxy<string[]>([], { get: () => 'text' }), formats: [], from1904: false };
  const listener = new SheetListener(anyText, () => {
    rows += 1;
    if (rows === most) throw enough;
  });
  try {
    await readXml(beginningOf(zip.read(path, SHEET_BYTES)), listener);
  } catch (error) {
    if (error !== enough) throw error;
  }
  return rows;
}
