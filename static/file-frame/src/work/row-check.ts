import type { ImportColumn } from '../../../../src/contract/imports';
import type { IdentityTable } from '../../../../src/domain/import/identity-table';
import type { CustomerProfileOperation } from '../../../../src/domain/import/operation';
import { fold } from '../../../../src/domain/fold';
import type { RowProblem } from '../../../../src/domain/import/problem';
import type { EncodedRow } from '../../../../src/domain/import/row-encoder';
import { isDamaged } from '../read/records';
import { MAX_ROW_BYTES, isLargerThan } from './row-size';

export interface RawRow {
  number: number;
  cells: string[];
  /** Lines that the row runs over, where its quotes are not closed as they should be; otherwise 0. */
  misquotedLines: number;
  mayBeDamaged: boolean;
}

const identifiers = ['email', 'customerId'] as const;

const MISQUOTED =
  'A quotation mark in the row isn’t closed, or is followed by other text. Inside quotation marks, write a quotation mark twice.';

function ofWholeRow(message: string, group?: string): RowProblem {
  return { column: null, value: '', message, ...(group && { group }) };
}

/** What is wrong with a row before its cells are looked at: shape, quotes, encoding, size. */
function shapeProblem(
  { cells, misquotedLines, mayBeDamaged }: RawRow,
  columns: readonly ImportColumn[],
): RowProblem | null {
  if (misquotedLines > 0) {
    return misquotedLines === 1
      ? ofWholeRow(MISQUOTED)
      : ofWholeRow(`${MISQUOTED} The row spans ${misquotedLines} lines.`, MISQUOTED);
  }
  if (cells.length !== columns.length) {
    return ofWholeRow(
      `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, but the header has ${columns.length}. Put quotation marks around cells that contain the separator, or add what’s missing.`,
      'The number of cells differs from the header.',
    );
  }
  const damaged = mayBeDamaged ? cells.findIndex((cell) => isDamaged(cell)) : -1;
  if (damaged >= 0) {
    const message =
      'A character can’t be read in the file’s encoding. Save the file as UTF-8, or type the character again.';
    return { column: columns[damaged]?.header ?? null, value: cells[damaged] ?? '', message };
  }
  return isLargerThan(MAX_ROW_BYTES, cells)
    ? ofWholeRow(`The row is larger than ${MAX_ROW_BYTES} bytes. Shorten it, or remove columns.`)
    : null;
}

/** Makes the check of one row after the other, in the order of the file. `customers` remembers who has been named. */
export function rowChecker(
  columns: readonly ImportColumn[],
  encode: (cells: readonly string[]) => EncodedRow,
  customers: IdentityTable,
) {
  return (row: RawRow): readonly RowProblem[] => {
    const shape = shapeProblem(row, columns);
    if (shape) return [shape];
    const { operation, problems } = encode(row.cells);
    if (operation === null) return problems;
    const duplicate = duplicateProblem(operation, row.number, columns, customers);
    return duplicate ? [duplicate] : problems;
  };
}

/** The key of a customer in the table of those named so far. No e-mail has a blank: the two kinds cannot be confused. */
const keyOf = (to: 'email' | 'customerId', named: string): string => (to === 'email' ? fold(named) : ` ${fold(named)}`);

/** A row that names a customer of an earlier row; the row that comes first and is in order is the one that counts. */
function duplicateProblem(
  { payload }: CustomerProfileOperation,
  number: number,
  columns: readonly ImportColumn[],
  customers: IdentityTable,
): RowProblem | null {
  const keys: string[] = [];
  for (const to of identifiers) {
    const named = payload[to];
    if (named === undefined) continue;
    const key = keyOf(to, named);
    const other = customers.firstRow(key);
    if (other !== 0 && other !== number) return sameCustomer(to, named, other, columns);
    keys.push(key);
  }
  for (const key of keys) customers.add(key, number);
  return null;
}

function sameCustomer(
  to: 'email' | 'customerId',
  named: string,
  other: number,
  columns: readonly ImportColumn[],
): RowProblem {
  return {
    column: columns.find(({ target }) => target.to === to)?.header ?? null,
    value: named,
    message: `The same customer is already in row ${other}. Keep only one of the rows.`,
    group: 'The same customer is already in an earlier row. Keep only one of the rows.',
  };
}
