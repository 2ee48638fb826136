import type { FileFacts } from '../../../../contract/file-frame';
import type { ReadingChoices } from '../../../../contract/imports';

type Reading = FileFacts['reading'];

/** How a file is read, as a mapping keeps it for the next file of its layout. */
export function readingKept(reading: Reading): ReadingChoices {
  const { encoding, delimiter, quote, rowsQuoted, headerRow, sheet, sheets } = reading;
  // A workbook says the rest itself; a sheet is kept where there are several.
  if (sheets !== undefined) return { headerRow, ...(sheets.length > 1 && sheet !== undefined && { sheet }) };
  return { encoding, delimiter, quote, ...withRowQuotes(rowsQuoted), headerRow };
}

const withRowQuotes = (rowsQuoted: boolean | undefined): Pick<ReadingChoices, 'rowsQuoted'> =>
  rowsQuoted === undefined ? {} : { rowsQuoted };

/**
 * What has to be said of a file so that it is read as the one was that a mapping is of; null where it is already. An
 * encoding that the file itself tells is never changed, nor is the sheet of a workbook that lacks it.
 */
export function readingWanted(reading: Reading, kept: ReadingChoices = {}): ReadingChoices | null {
  const { encoding, delimiter, quote, rowsQuoted, headerRow, sheet, sheets, encodingBy } = reading;
  const isTold = encodingBy === 'mark' || encodingBy === 'form';
  // A workbook needs neither an encoding nor a separator nor quotes.
  const ofText = {
    ...(isTold ? {} : { encoding: kept.encoding ?? encoding }),
    delimiter: kept.delimiter ?? delimiter,
    quote: kept.quote ?? quote,
    ...withRowQuotes(kept.rowsQuoted ?? rowsQuoted),
  };
  const keptSheet = kept.sheet !== undefined && sheets?.includes(kept.sheet) === true ? kept.sheet : sheet;
  const ofSheet = keptSheet === undefined ? {} : { sheet: keptSheet };
  const wanted: ReadingChoices = {
    ...(sheets === undefined ? ofText : ofSheet),
    headerRow: kept.headerRow ?? headerRow,
  };
  const now: ReadingChoices = {
    ...{ encoding, delimiter, quote, headerRow },
    ...(sheet !== undefined && { sheet }),
    ...withRowQuotes(rowsQuoted),
  };
  return JSON.stringify({ ...now, ...wanted }) === JSON.stringify(now) ? null : wanted;
}
