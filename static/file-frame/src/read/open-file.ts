import type { FileFacts } from '../../../../src/contract/file-frame';
import { isConsoleFile } from '../../../../src/domain/csv/console-file';
import { unguard } from '../../../../src/domain/csv/guard';
import { isEmail } from '../../../../src/domain/fields/formats';
import { MAX_COLUMNS } from '../../../../src/domain/import/limits';
import { detectEncoding } from './encoding';
import { guessNotation, type Notation } from './notation';
import { readRecords, type RecordChunk } from './records';
import { RefusedFile } from './refused';
import { type TextChunk, textChunks } from './text-chunks';

/** A file that has been looked at; `records` reads it from the start each time it is called. */
export interface OpenedFile {
  facts: FileFacts;
  /** Number of the record that holds the headers; the rows come after it. */
  headerRecord: number;
  records: () => AsyncGenerator<RecordChunk>;
}

const SAMPLE_ROWS = 20;
/** Bytes by which the notation is judged. */
const JUDGED_BYTES = 256 * 1024;

export function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

function checkHeaders(headers: readonly string[], row: number): void {
  if (headers.length > MAX_COLUMNS) {
    throw new RefusedFile(
      `The header has ${headers.length} columns. A file can have up to ${MAX_COLUMNS}. Remove some columns.`,
    );
  }
  const nameless = headers.findIndex((header) => header === '');
  if (nameless >= 0) {
    throw new RefusedFile(
      `Column ${nameless + 1} has no name in row ${row}. The first row must name every column. Add a name or remove the column.`,
    );
  }
  const seen = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const other = seen.get(header.toLowerCase());
    if (other !== undefined) {
      throw new RefusedFile(
        `Columns ${other + 1} and ${index + 1} have the same name, "${header}". Rename or remove one of them.`,
      );
    }
    seen.set(header.toLowerCase(), index);
  }
  if (headers.some(isEmail) || headers.every((header) => /@|^[\d.,/-]+$/.test(header))) {
    throw new RefusedFile('The first row contains values, not column names. Add a header row, such as "Email,Name".');
  }
}

/** The names of the columns. Spreadsheets end every line with the separators of empty columns: those are no columns. */
function headersOf(record: readonly string[], row: number): string[] {
  const all = record.map((header) => header.trim());
  const headers = all.slice(0, all.findLastIndex((header) => header !== '') + 1);
  checkHeaders(headers, row);
  return headers;
}

/** A row without the empty cells that stand under no name; a value there stays, and makes the row too long. */
function underNames(cells: string[], columns: number): string[] {
  let end = cells.length;
  while (end > columns && cells[end - 1]?.trim() === '') end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}

interface Head {
  headers: string[];
  headerRecord: number;
  hasNameless: boolean;
}

/** The header and the first rows that are not blank. Reads no more of the file than it takes to find them. */
async function readHead(records: AsyncGenerator<RecordChunk>): Promise<Head & { sample: string[][] }> {
  let head: Head | null = null;
  const sample: string[][] = [];
  for await (const chunk of records) {
    for (const [index, record] of chunk.records.entries()) {
      if (isBlank(record)) continue;
      if (head) sample.push(record);
      else {
        const headerRecord = chunk.first + index;
        const headers = headersOf(record, headerRecord);
        head = { headers, headerRecord, hasNameless: headers.length < record.length };
      }
      if (sample.length === SAMPLE_ROWS) return { ...head, sample };
    }
  }
  if (!head) throw new RefusedFile('The file is empty. Choose a file with a header row and at least one row of data.');
  if (sample.length === 0) throw new RefusedFile('The file has a header but no rows of data. Choose a file with rows.');
  return { ...head, sample };
}

async function notationOf(file: Blob, encoding: FileFacts['encoding']): Promise<Notation> {
  let beginning = '';
  for await (const { text } of textChunks(file.slice(0, JUDGED_BYTES), encoding)) beginning += text;
  return guessNotation(beginning);
}

/** Finds out how a file is written and what it holds. Throws {@link RefusedFile}. */
export async function openFile(file: Blob, name: string): Promise<OpenedFile> {
  if (file.size === 0)
    throw new RefusedFile('The file is empty. Choose a file with a header row and at least one row of data.');
  const encoding = await detectEncoding(file);
  const notation = await notationOf(file, encoding);
  const raw = () => readRecords(withoutStart(notation.preamble, textChunks(file, encoding)), notation);
  const { headers, headerRecord, hasNameless, sample } = await readHead(raw());
  const fromConsole = isConsoleFile(headers);
  const undo = (cells: string[]) => {
    const named = hasNameless ? underNames(cells, headers.length) : cells;
    return fromConsole ? named.map(unguard) : named;
  };
  const facts: FileFacts = {
    name,
    bytes: file.size,
    encoding,
    delimiter: notation.delimiter,
    headers: undo(headers),
    sample: sample.map(undo),
    fromConsole,
  };
  return { facts, headerRecord, records: fromConsole || hasNameless ? () => mapped(raw(), undo) : raw };
}

/** The text without its first characters, all of which are in its first chunk. */
async function* withoutStart(characters: number, chunks: AsyncGenerator<TextChunk>): AsyncGenerator<TextChunk> {
  let start = characters;
  for await (const { text, fraction } of chunks) {
    yield { text: text.slice(start), fraction };
    start = 0;
  }
}

async function* mapped(
  chunks: AsyncGenerator<RecordChunk>,
  map: (cells: string[]) => string[],
): AsyncGenerator<RecordChunk> {
  for await (const chunk of chunks) yield { ...chunk, records: chunk.records.map(map) };
}
