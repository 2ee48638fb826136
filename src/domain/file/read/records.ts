import Papa from 'papaparse';
import * as v from 'valibot';
import { cleanedInside } from '../../import/clean/cleaner';
import { type Notation, blanksBeforeQuote } from './notation';
import { RefusedFile } from './refused';
import type { TextChunk } from './text-chunks';

export interface RecordChunk {
  /** Number of the first record in the file, from 1. Empty lines count, as they do in a spreadsheet. */
  first: number;
  records: string[][];
  /** Positions in `records` whose quotes are not closed as they should be, with the lines that such a record runs over. */
  misquoted: ReadonlyMap<number, number>;
  /** False when no character of the chunk stands for a byte that could not be decoded, or controls a machine. */
  mayBeDamaged: boolean;
  /** False when no cell of the chunk has anything inside that is cleaned off cells. */
  mayNeedCleaning: boolean;
  fraction: number;
}

/** Characters that one record may have. More means that a quote was never closed. */
const MAX_RECORD_CHARS = 4 * 1024 * 1024;
/** Lines that a record with wrong quotes may run over: the rows of so many more have been lost in it, not written in a cell. */
const MAX_MISQUOTED_LINES = 100;
/** The parser's name for a quote that was open when the file ended. */
const NEVER_CLOSED = 'MissingQuotes';

/** U+FFFD, and what Windows-1252 and others leave undefined: C1 controls but the line end among them. */
const undecoded = /[\uFFFD\u0080-\u0084\u0086-\u009F]/;
/** Controls of C0 but the tab and the ends of lines, and DEL: no text has them. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000E-\u001F\u007F]/;

/** What is neither printed in ASCII nor a tab or a line feed: looked for at several times the speed of all that is odd. */
const beyondPlain = /[^\t\n -~]/;
/** Any of these and of what is cleaned inside cells: most texts have none, and one look tells. */
const anyOdd = new RegExp(`${undecoded.source}|${controls.source}|${cleanedInside.source}`);

/** Whether a text surely has nothing odd: of ASCII alone, without what begins a character as web pages or workbooks write it. */
const isPlain = (text: string): boolean => !beyondPlain.test(text) && !text.includes('&') && !text.includes('_x000');

/** Whether a text has characters that stand for bytes which are none in its encoding. */
export const isUndecoded = (text: string): boolean => undecoded.test(text);
/** Whether a text has control characters, NUL among them, which no value has. */
export const hasControls = (text: string): boolean => controls.test(text);

/** What the text of many cells has to be looked at for. */
export function oddIn(text: string): Pick<RecordChunk, 'mayBeDamaged' | 'mayNeedCleaning'> {
  const isOdd = !isPlain(text) && anyOdd.test(text);
  return {
    mayBeDamaged: isOdd && (isUndecoded(text) || hasControls(text)),
    mayNeedCleaning: isOdd && cleanedInside.test(text),
  };
}

const parsedSchema = v.object({
  errors: v.array(v.object({ row: v.optional(v.number(), 0), code: v.string() })),
  meta: v.object({ cursor: v.number() }),
});
const dataSchema = v.custom<{ data: string[][] }>(
  (value) => typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data),
);
const nothingMisquoted: ReadonlyMap<number, number> = new Map();

function parse(parser: Papa.Parser, text: string, more: boolean, newline: Notation['newline']) {
  const answer: unknown = parser.parse(text, 0, more);
  // The rows are the parser's own arrays of strings; looking at each again would double the time.
  const { data } = v.parse(dataSchema, answer);
  const { errors, meta } = v.parse(parsedSchema, answer);
  if (newline === '\n' && text.includes('\r')) for (const record of data) dropCarriageReturn(record);
  const misquoted =
    errors.length === 0
      ? nothingMisquoted
      : new Map(errors.map(({ row }) => [row, linesOf(data[row] ?? [], newline)] as const));
  const isLastOpen = errors.some(({ code }) => code === NEVER_CLOSED);
  return { data, misquoted, isLastOpen, cursor: meta.cursor };
}

/** Lines of the file that a record is written on; the line break that ends a file begins none. */
function linesOf(record: readonly string[], newline: string): number {
  return record.join('').trimEnd().split(newline).length;
}

/** @throws RefusedFile where rows of the file have become the text of one: they would be missing from every count */
function refuseSwallowed(first: number, { data, misquoted, isLastOpen }: ReturnType<typeof parse>): void {
  for (const [at, lines] of misquoted) {
    const row = first + at;
    if (isLastOpen && at === data.length - 1 && lines > 1) {
      const rest = lines === 2 ? '1 line' : `${(lines - 1).toLocaleString('en-US')} lines`;
      throw neverEnds(row, `the rest of the file, ${rest}, would belong to it`);
    }
    if (lines > MAX_MISQUOTED_LINES) {
      throw new RefusedFile(
        `Row ${row} spans ${lines.toLocaleString('en-US')} lines: a quotation mark in it isn’t closed where it should be. Close or remove it.`,
      );
    }
  }
}

function neverEnds(row: number, swallowed: string): RefusedFile {
  return new RefusedFile(
    `Row ${row} doesn’t end: a quotation mark in it is never closed, and ${swallowed}. Close or remove it.`,
  );
}

/**
 * A text with CR LF written as LF, where it has no other CR: what ends the lines of a file is nothing that cells have to be
 * cleaned of, one by one.
 */
function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const changed = text.replaceAll('\r\n', '\n');
  return changed.includes('\r') ? text : changed;
}

function dropCarriageReturn(record: string[]): void {
  const last = record.length - 1;
  const cell = record[last];
  if (cell?.endsWith('\r') === true) record[last] = cell.slice(0, -1);
}

/**
 * The records of a text, as many at a time as each chunk completes; nothing but an unfinished record is kept between
 * chunks. Throws {@link RefusedFile} for a record that does not end, or not where it should.
 */
export async function* readRecords(chunks: AsyncIterable<TextChunk>, notation: Notation): AsyncGenerator<RecordChunk> {
  const { delimiter, newline, quote } = notation;
  const parser = new Papa.Parser({ delimiter, newline, quoteChar: quote });
  let rest = '';
  let first = 1;
  for await (const { text, fraction } of notation.blanksBeforeQuotes ? closedUp(chunks, notation) : chunks) {
    const pending = newline === '\n' ? withLineFeeds(rest + text) : rest + text;
    const more = fraction < 1;
    const parsed = parse(parser, pending, more, notation.newline);
    const { data, misquoted, cursor } = parsed;
    refuseSwallowed(first, parsed);
    rest = more ? pending.slice(cursor) : '';
    if (rest.length > MAX_RECORD_CHARS) throw neverEnds(first + data.length, 'everything after it would belong to it');
    yield {
      first,
      records: data,
      misquoted,
      ...oddIn(pending),
      fraction,
    };
    first += data.length;
  }
}

/** The text without the blanks between a separator and the quote that opens a cell. */
async function* closedUp(chunks: AsyncIterable<TextChunk>, { delimiter, quote }: Notation): AsyncGenerator<TextChunk> {
  const blanks = blanksBeforeQuote(delimiter, quote);
  let rest = '';
  for await (const { text, fraction } of chunks) {
    const pending = rest + text;
    // What a chunk ends with may go on in the next: blanks, or a quote that is doubled there.
    const kept = fraction < 1 ? pending.length - (/.? *['"]?$/s.exec(pending)?.[0].length ?? 0) : pending.length;
    rest = pending.slice(kept);
    yield { text: pending.slice(0, kept).replaceAll(blanks, `$1${quote}`), fraction };
  }
}
