import { type FrameCommand, MAX_SHEET_ROWS } from '../../../src/contract/file-frame';
import type { RequestOf, ResponseOf } from '../../../src/contract/resolvers';
import { BYTE_ORDER_MARK, csvLine } from '../../../src/domain/csv/write';
import { WorkbookWriter } from '../../../src/domain/file/check/workbook-writer';
import { callAgain } from './site';

type Command = Extract<FrameCommand, { type: 'download-directory' }>;

interface Writer {
  add: (rows: readonly (readonly string[])[]) => void;
  end: () => Blob;
}

/** A browser keeps large blobs off its memory: the pages of a million rows are not held as one text. */
function csvWriter(): Writer {
  const pages: Blob[] = [new Blob([BYTE_ORDER_MARK])];
  return {
    add: (rows) => {
      pages.push(new Blob(rows.map((row) => csvLine(row, ','))));
    },
    end: () => new Blob(pages, { type: 'text/csv' }),
  };
}

/** Compresses as it goes, so that what is held is what the file will be. */
function workbookWriter(): Writer {
  const workbook = new WorkbookWriter();
  return {
    add: (rows) => {
      for (const row of rows) workbook.add(row);
    },
    end: () => workbook.end(),
  };
}

/**
 * What a list of the directory finds, as a file. `progress` hears how many rows have arrived.
 * @throws Error where a workbook would have more rows than an import takes
 */
export async function directoryRows(
  { entity, view, today, format }: Command,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ list: Blob; rows: number }> {
  const writer = format === 'xlsx' ? workbookWriter() : csvWriter();
  let rows = 0;
  let from: RequestOf<'directory.export'>['from'] = null;
  do {
    const request: RequestOf<'directory.export'> = { entity, view, today, from };
    const page: ResponseOf<'directory.export'> = await callAgain('directory.export', request, signal);
    if (from === null) writer.add([page.headers]);
    rows += page.rows.length;
    if (format === 'xlsx' && rows > MAX_SHEET_ROWS)
      throw new Error('The list is too long for a workbook. Export it as a CSV.');
    writer.add(page.rows);
    from = page.next;
    progress(rows);
  } while (from !== null);
  return { list: writer.end(), rows };
}
