import type { FileFacts } from '../../../../contract/file-frame';
import type { ReadingChoices } from '../../../../contract/imports';

type Reading = FileFacts['reading'];

/** How a file is read, as a mapping keeps it for the next file of its layout. */
export function readingKept({ encoding, delimiter, quote, headerRow, sheet, sheets }: Reading): ReadingChoices {
  // A workbook says the rest itself; a sheet is kept where there are several.
  if (sheets !== undefined) return { headerRow, ...(sheets.length > 1 && sheet !== undefined && { sheet }) };
  return { encoding, delimiter, quote, headerRow };
}

/**
 * What has to be said of a file so that it is read as the one was that a mapping is of; null where it is already. An
 * encoding that the file itself tells is never changed, nor is the sheet of a workbook that lacks it.
 */
export function readingWanted(reading: Reading, kept: ReadingChoices = {}): ReadingChoices | null {
  const { encoding, delimiter, quote, headerRow, sheet, sheets, encodingBy } = reading;
  const isTold = encodingBy === 'mark' || encodingBy === 'form';
  // A workbook needs neither an encoding nor a separator nor quotes.
  const ofText = {
    ...(isTold ? {} : { encoding: kept.encoding ?? encoding }),
    delimiter: kept.delimiter ?? delimiter,
    quote: kept.quote ?? quote,
  };
  const keptSheet = kept.sheet !== undefined && sheets?.includes(kept.sheet) === true ? kept.sheet : sheet;
  const ofSheet = keptSheet === undefined ? {} : { sheet: keptSheet };
  const wanted: ReadingChoices = {
    ...(sheets === undefined ? ofText : ofSheet),
    headerRow: kept.headerRow ?? headerRow,
  };
  const now: ReadingChoices = { encoding, delimiter, quote, headerRow, ...(sheet !== undefined && { sheet }) };
  return JSON.stringify({ ...now, ...wanted }) === JSON.stringify(now) ? null : wanted;
}
