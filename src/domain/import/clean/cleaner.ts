import { type CleaningChoices, type CleaningFamily, cleaningFamilies } from '../../../contract/imports';
import { DIRECTIONS, INVISIBLE, JOINERS, MISREAD, ODD_BLANKS, ODD_LINE_ENDS } from './characters';
import { cleaningSteps, offAtFirst } from './cell';
import { ENTITY } from './entities';
import { standsForNothing } from './nothing';

/** What one kind of cleaning did to a file: in how many cells, and the first of them. */
export interface CleaningCount {
  family: CleaningFamily;
  isOn: boolean;
  /** Cells that it changed; where it is off, that it would change. */
  cells: number;
  example: { row: number; before: string; after: string };
}

/** What can be inside a cell and has to go: looked for in the whole text that many cells are cut from. */
export const cleanedInside = new RegExp(
  `[${INVISIBLE}${DIRECTIONS}${JOINERS}${ODD_BLANKS}${ODD_LINE_ENDS}]|_x000[Dd]_|${ENTITY}|${MISREAD}`,
);

/**
 * Whether a value with something to clean can begin or end with a code unit. Remembered for each that is met: to test all of
 * them would cost every load of the app.
 */
function edges(marks: RegExp): (code: number) => boolean {
  const known = new Uint8Array(0x10000);
  return (code) => {
    if (known[code] === 0) known[code] = marks.test(String.fromCharCode(code)) ? 1 : 2;
    return known[code] === 1;
  };
}
const unseen = `\\s${INVISIBLE}${DIRECTIONS}${JOINERS}${ODD_BLANKS}`;
const oddFirst = edges(new RegExp(`[${unseen}"'\`=<“”„‟«»‹›‘’‚‛＂]`));
const oddLast = edges(new RegExp(`[${unseen};,]`));

/** Most cells are plain letters: two looks tell, without a regular expression. */
function mayNeedCleaning(cell: string): boolean {
  const { length } = cell;
  if (length === 0) return false;
  if (oddFirst(cell.charCodeAt(0)) || oddLast(cell.charCodeAt(length - 1))) return true;
  if (standsForNothing(cell)) return true;
  return cell.charCodeAt(6) === 0x3a && /^mailto:/i.test(cell);
}

/** Cleans the cells of a file, one row after the other, and counts what it does by family. */
export class Cleaner {
  readonly #steps;
  /** A row that ends early may also be half of one that a line break has cut: a person has to say. */
  readonly #fillsRows: boolean;
  readonly #counts = new Map<CleaningFamily, CleaningCount>();

  constructor(choices: CleaningChoices = []) {
    const chosen = new Map(choices.map(({ family, isOn }) => [family, isOn]));
    this.#fillsRows = chosen.get('short-rows') ?? false;
    this.#steps = cleaningSteps.map((step) => ({
      ...step,
      isOn: chosen.get(step.family) ?? !offAtFirst.has(step.family),
    }));
  }

  /** Cleans the cells of a row in their place. `looksInside`: whether {@link cleanedInside} is in the text that they are from. */
  cleanRow(row: number, cells: string[], looksInside: boolean): void {
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      if ((looksInside && cell !== '') || mayNeedCleaning(cell)) cells[at] = this.#clean(row, cell);
    }
  }

  /** Takes the cells as empty that a row ends before, where that is switched on: programs leave out what is empty there. */
  fillRow(row: number, cells: string[], columns: number): void {
    const before = cells.join(' | ');
    this.#count('short-rows', this.#fillsRows, {
      row,
      before,
      after: `${before}${' | '.repeat(columns - cells.length)}`,
    });
    while (this.#fillsRows && cells.length < columns) cells.push('');
  }

  /** A cell as it is imported; nothing is counted. */
  clean(cell: string): string {
    let now = cell;
    for (const { isOn, clean } of this.#steps) if (isOn) now = clean(now);
    return now;
  }

  /** What has been cleaned so far, and what would be, in the order in which it happens. */
  get counts(): CleaningCount[] {
    return cleaningFamilies.flatMap((family) => this.#counts.get(family) ?? []);
  }

  #clean(row: number, cell: string): string {
    // The ends of the file's own lines: in a cell they are line breaks, and nobody has to be told.
    let now = cell.includes('\r\n') ? cell.replaceAll('\r\n', '\n') : cell;
    for (const { family, isOn, clean } of this.#steps) {
      const after = clean(now);
      if (after === now) continue;
      this.#count(family, isOn, { row, before: now, after });
      if (isOn) now = after;
    }
    return now;
  }

  #count(family: CleaningFamily, isOn: boolean, example: CleaningCount['example']): void {
    const counted = this.#counts.get(family);
    if (counted) counted.cells += 1;
    else this.#counts.set(family, { family, isOn, cells: 1, example });
  }
}
