import { type FrameCommand, MAX_SHEET_ROWS } from '../../../src/contract/file-frame';
import { BYTE_ORDER_MARK, csvLine } from '../../../src/domain/csv/write';
import { WorkbookWriter } from '../../../src/domain/file/check/workbook-writer';
import { exportedPages } from './exported-pages';
import { SiteError, callAgain } from './site';

type Command = Extract<FrameCommand, { type: 'download-export' }>;

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

/** Times that an export begins anew because the directory was renewed meanwhile, which takes far longer than an export. */
const BEGINNINGS = 3;

/**
 * What is exported, as a file. `progress` hears how many rows have arrived. Where the directory is renewed meanwhile, it
 * begins anew: a file is never half of one reading and half of another.
 * @throws Error where a workbook would have more rows than an import takes
 */
export async function exportedFile(
  command: Command,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ list: Blob; rows: number }> {
  for (let beginning = 1; ; beginning += 1) {
    const heard = { pages: 0 };
    const hear = (rows: number): void => {
      heard.pages += 1;
      progress(rows);
    };
    try {
      return await writtenFile(command, signal, hear);
    } catch (error) {
      const isRenewed = heard.pages > 0 && error instanceof SiteError && error.code === 'CONFLICT';
      if (!isRenewed || beginning === BEGINNINGS) throw error;
    }
  }
}

async function writtenFile(
  { exported, format }: Command,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ list: Blob; rows: number }> {
  const writer = format === 'xlsx' ? workbookWriter() : csvWriter();
  let [rows, isBegun] = [0, false];
  for await (const page of exportedPages(exported, (name, request) => callAgain(name, request, signal))) {
    if (!isBegun) writer.add([page.headers]);
    isBegun = true;
    rows += page.rows.length;
    if (format === 'xlsx' && rows > MAX_SHEET_ROWS)
      throw new Error('The list is too long for a workbook. Export it as a CSV.');
    writer.add(page.rows);
    progress(rows);
  }
  return { list: writer.end(), rows };
}

/** What the file is called. */
export function exportName({ exported, format }: Command): string {
  const { what } = exported;
  const name = what === 'list' ? `${exported.entity}s` : what === 'fields' ? 'detail fields' : what;
  return `${name}.${format}`;
}
