import type { Correction, FileFacts, GroupName, ImportSetup } from '../../../../contract/file-frame';
import { Cleaner } from '../../../../domain/import/clean/cleaner';

/** A cell that is imported otherwise than the file has it. */
export interface CorrectedCell extends Correction {
  header: string;
  /** What the file has. */
  was: string;
  /** The problem for which it was corrected. */
  group: GroupName;
}

/** What becomes of the corrected cells. */
export type MapCells = (now: readonly CorrectedCell[]) => readonly CorrectedCell[];

/** The corrected cells of a file. */
export interface Corrected {
  /** The file, as it was read: rows and columns of another reading are others. */
  file: FileFacts | null;
  /** In the order of the file. */
  cells: readonly CorrectedCell[];
  /** Cells that were corrected of a file that was chosen or read otherwise before. */
  dropped: number;
}

export const noneCorrected: Corrected = { file: null, cells: [], dropped: 0 };

/** The cells that are corrected of the file as it is read now; those of another reading are dropped, and counted. */
export function correctedOf(corrected: Corrected, file: FileFacts | null): Corrected {
  if (corrected.cells.length === 0 || corrected.file === file) return corrected;
  return { file, cells: [], dropped: corrected.cells.length };
}

export const withCells = (file: FileFacts | null, cells: readonly CorrectedCell[]): Corrected => ({
  ...{ file, cells },
  dropped: 0,
});

/** What the frame is told of them; nothing where there are none. */
export const correctionsOf = ({ cells }: Corrected): Pick<ImportSetup, 'corrections'> =>
  cells.length === 0 ? {} : { corrections: cells.map(({ row, column, text }) => ({ row, column, text })) };

const isSameCell = (one: Correction, other: Correction): boolean =>
  one.row === other.row && one.column === other.column;

/** Cells with what is imported of what was typed: it's cleaned as the cells of the file are, and “null” is nothing. */
export function asImported(
  cells: readonly CorrectedCell[],
  { cleaning }: Pick<ImportSetup, 'cleaning'>,
): CorrectedCell[] {
  const cleaner = new Cleaner(cleaning);
  return cells.map((cell) => ({ ...cell, text: cleaner.clean(cell.text) }));
}

/** The corrected cells with others; a cell that has the file's own text again is corrected no more. */
export function withCorrected(cells: readonly CorrectedCell[], now: readonly CorrectedCell[]): CorrectedCell[] {
  const others = cells.filter((cell) => !now.some((one) => isSameCell(one, cell)));
  const all = [...others, ...now.filter(({ text, was }) => text !== was)];
  return all.sort((a, b) => a.row - b.row || a.column - b.column);
}

export const withoutCell = (cells: readonly CorrectedCell[], cell: CorrectedCell): CorrectedCell[] =>
  cells.filter((one) => !isSameCell(one, cell));

export const sameGroup = (one: GroupName, other: GroupName): boolean =>
  one.column === other.column && one.message === other.message;

/** The problems for which cells are corrected, with the number of cells, in the order of their first. */
export function correctedGroups(cells: readonly CorrectedCell[]): { group: GroupName; count: number }[] {
  const groups: { group: GroupName; count: number }[] = [];
  for (const { group } of cells) {
    const known = groups.find((one) => sameGroup(one.group, group));
    if (known) known.count += 1;
    else groups.push({ group, count: 1 });
  }
  return groups;
}
