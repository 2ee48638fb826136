import type { ImportColumn } from '../../../contract/imports';
import type { FirstRows } from '../../import/identity-table';
import { identityKey } from '../../import/duplicates';
import type { EncodedRow, Identity, ImportKind } from '../../kinds/kind';
import { type RowProblem, ofWholeRow } from '../../kinds/problem';
import { hasControls, isUndecoded } from '../read/records';
import { lettersOf } from '../read/workbook/columns';
import type { RelatedRows } from './related-rows';
import { MAX_ROW_BYTES, isLargerThan } from './row-size';

export interface RawRow {
  number: number;
  cells: string[];
  /** Lines that the row runs over, where its quotes are not closed as they should be; otherwise 0. */
  misquotedLines: number;
  mayBeDamaged: boolean;
}

const MISQUOTED =
  'A quotation mark in the row isn’t closed, or is followed by other text. Inside quotation marks, write a quotation mark twice.';

const unreadable = (message: string, group?: string): RowProblem => ({
  ...ofWholeRow(message, group),
  isOfShape: true,
});

/** What is wrong with a row before its cells are looked at: shape, quotes, encoding, size. */
function shapeProblem(
  { cells, misquotedLines, mayBeDamaged }: RawRow,
  columns: readonly ImportColumn[],
  isOfSheet: boolean,
): RowProblem | null {
  if (misquotedLines > 0) {
    return misquotedLines === 1
      ? unreadable(MISQUOTED)
      : unreadable(`${MISQUOTED} The row spans ${misquotedLines} lines.`, MISQUOTED);
  }
  if (isOfSheet && cells.length > columns.length) {
    return unreadable(
      `The row has a value in column ${lettersOf(cells.length)}, which no header names. Name the column, or delete the value.`,
      'A value stands in a column that no header names.',
    );
  }
  if (cells.length !== columns.length) {
    return unreadable(
      `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, but the header has ${columns.length}. Put quotation marks around cells that contain the separator, or add what’s missing.`,
      'The number of cells differs from the header.',
    );
  }
  if (mayBeDamaged) {
    const damaged = damagedCell(cells, columns);
    if (damaged !== null) return damaged;
  }
  return isLargerThan(MAX_ROW_BYTES, cells)
    ? unreadable(`The row is larger than ${MAX_ROW_BYTES} bytes. Shorten it, or remove columns.`)
    : null;
}

/** Why a row is left out that was read in another encoding than it was written in. */
export const UNDECODED =
  'A character can’t be read in the encoding chosen for the file. Choose another encoding, or type the character again.';
const CONTROLS = 'A control character, which no value has, is in the cell. Type the value again.';

function damagedCell(cells: readonly string[], columns: readonly ImportColumn[]): RowProblem | null {
  const at = cells.findIndex((cell) => isUndecoded(cell) || hasControls(cell));
  if (at < 0) return null;
  const value = cells[at] ?? '';
  return { column: columns[at]?.header ?? null, value, message: isUndecoded(value) ? UNDECODED : CONTROLS };
}

/**
 * Makes the check of one row after the other, in the order of the file. `named` remembers who has been named, `related`
 * what was said of organizations; `disagreement` says where a row names one thing in two ways that mean two.
 */
export function rowChecker(
  columns: readonly ImportColumn[],
  { words }: ImportKind,
  encode: (cells: readonly string[]) => EncodedRow<object>,
  named: FirstRows,
  disagreement: (cells: readonly string[]) => RowProblem | null,
  related: RelatedRows,
  isOfSheet: boolean,
) {
  return (row: RawRow): readonly RowProblem[] => {
    const shape = shapeProblem(row, columns, isOfSheet);
    if (shape) return [shape];
    const encoded = encode(row.cells);
    if (encoded.operation === null) return encoded.problems;
    const disagrees = disagreement(row.cells);
    if (disagrees) return [disagrees];
    // Before its names are taken: a row that is left out names nobody.
    const contradictions = related.problemsOf(encoded.related);
    if (contradictions.length > 0) return contradictions;
    const duplicate = firstNamedBefore(encoded.identities, row.number, named);
    if (duplicate) return [sameEntity(duplicate, row.cells, columns, words.one)];
    related.add(encoded.related, row.number);
    return encoded.problems;
  };
}

interface Duplicate {
  identity: Identity;
  /** The row that named the same before. */
  row: number;
}

/** Finds an earlier row that names the same; the row that comes first and is in order is the one that counts. */
function firstNamedBefore(identities: readonly Identity[], number: number, named: FirstRows): Duplicate | null {
  const keys: string[] = [];
  for (const identity of identities) {
    const key = identityKey(identity);
    const row = named.firstRow(key);
    if (row !== 0 && row !== number) return { identity, row };
    keys.push(key);
  }
  for (const key of keys) named.add(key, number);
  return null;
}

function sameEntity(
  { identity, row }: Duplicate,
  cells: readonly string[],
  columns: readonly ImportColumn[],
  one: string,
): RowProblem {
  const isFilled = (at: number): boolean => (cells[at] ?? '').trim() !== '';
  const at = columns.findIndex(({ target }, column) => target.to === identity.place && isFilled(column));
  return {
    column: columns[at]?.header ?? null,
    // By a name that was looked up the row has another value than what it is told by.
    value: cells[at] ?? identity.value,
    message: `The same ${one} is already in row ${row}. Keep only one of the rows.`,
    group: `The same ${one} is already in an earlier row. Keep only one of the rows.`,
    isOfRow: true,
    sameAs: row,
  };
}
