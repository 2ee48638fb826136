import type { ImportSetup } from '../../../contract/file-frame';
import type { CleaningChoices } from '../../../contract/imports';
import { Cleaner } from '../../import/clean/cleaner';
import type { OpenedFile } from '../read/opened-file';
import type { RecordChunk } from '../read/records';
import { isBlank, underNames } from '../read/table';
import type { RawRow } from './row-check';

/**
 * Where an empty cell clears what is stored, a formula that failed is not one: the row has a problem instead. What is
 * created has nothing to clear.
 */
export const keepsErrors = ({ operation, options }: ImportSetup): boolean =>
  options.emptyCells === 'clear' && operation !== 'CREATE';

/** How the cells of a file are cleaned. */
export const cleaningOf = (setup: ImportSetup): CleaningChoices => {
  const { cleaning = [] } = setup;
  return keepsErrors(setup) ? [...cleaning, { family: 'errors', isOn: false }] : cleaning;
};

/** The rows of a chunk that are below the header and not blank, cleaned. */
export function* rowsOf(chunk: RecordChunk, { facts, width }: OpenedFile, cleaner: Cleaner): Generator<RawRow> {
  const { first, records, misquoted, mayBeDamaged, mayNeedCleaning } = chunk;
  const columns = facts.headers.length;
  for (let index = 0; index < records.length; index += 1) {
    const number = first + index;
    const record = records[index] ?? [];
    if (number <= facts.reading.headerRow || ((record[0] ?? '').trim() === '' && isBlank(record))) continue;
    const cells = record.length > columns ? underNames(record, columns, width) : record;
    if (cells.length < columns) cleaner.fillRow(number, cells, columns);
    cleaner.cleanRow(number, cells, mayNeedCleaning);
    yield { number, cells, misquotedLines: misquoted.get(index) ?? 0, mayBeDamaged };
  }
}

/** The rows of a file as its check reads them. */
export async function* rowsOfFile(file: OpenedFile, setup: ImportSetup): AsyncGenerator<RawRow> {
  const cleaner = new Cleaner(cleaningOf(setup));
  for await (const chunk of file.records()) yield* rowsOf(chunk, file, cleaner);
}
