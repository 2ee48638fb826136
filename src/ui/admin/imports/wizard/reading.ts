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
  const isTold = reading.encodingBy === 'mark' || reading.encodingBy === 'form';
  // A workbook needs neither a separator nor quotes.
  const isText = reading.sheets === undefined;
  const wanted: ReadingChoices = {
    ...(kept.encoding !== undefined && !isTold && kept.encoding !== reading.encoding && { encoding: kept.encoding }),
    ...(isText &&
      kept.delimiter !== undefined &&
      kept.delimiter !== reading.delimiter && { delimiter: kept.delimiter }),
    ...(isText && kept.quote !== undefined && kept.quote !== reading.quote && { quote: kept.quote }),
    ...(kept.headerRow !== undefined && kept.headerRow !== reading.headerRow && { headerRow: kept.headerRow }),
    ...(kept.sheet !== undefined &&
      kept.sheet !== reading.sheet &&
      reading.sheets?.includes(kept.sheet) === true && { sheet: kept.sheet }),
  };
  if (Object.keys(wanted).length === 0) return null;
  const { sheet } = reading;
  return { ...(sheet !== undefined && { sheet }), ...wanted };
}
