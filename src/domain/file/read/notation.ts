import Papa from 'papaparse';
import type { Delimiter, ReadingChoices } from '../../../contract/imports';
import { delimiters } from '../../../contract/imports';
import { conceptsOf } from '../../import/concepts';
import { withoutRowQuotes } from './row-quotes';

export interface Notation {
  delimiter: Delimiter;
  /** The file's first line says so, or a person does; otherwise it is judged by the rows. */
  delimiterBy: 'line' | 'choice' | 'rows';
  quote: '"' | "'";
  newline: '\n' | '\r';
  /** Blanks stand between a separator and the quote that opens a cell: they are no part of the cell. */
  blanksBeforeQuotes: boolean;
  /** Quotes stand around each row as a whole, too; undefined where nothing speaks for it and nobody has said so. */
  rowsQuoted: boolean | undefined;
  /** Characters of a first line that names the delimiter, its end included: it is no row. 0 where there is none. */
  preamble: number;
}

type Written = Pick<Notation, 'delimiter' | 'quote' | 'newline' | 'blanksBeforeQuotes'>;

const SAMPLE_ROWS = 60;

/** `sep=;`, by which spreadsheets are told the delimiter. They do not count it as a row. */
const naming = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

/** Blanks between the beginning of a cell and the quote that opens it. A doubled quote is inside of one, or an empty cell. */
export function blanksBeforeQuote(delimiter: Delimiter, quote: string): RegExp {
  const separator = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(`(^|[\\n\\r${separator}]) +${quote}(?!${quote}(?! *(?:[\\n\\r${separator}]|$)))`, 'g');
}

/** How many cells most of the rows have that have more than one; 0 where none has. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, first], [b, second]) => second - first || b - a);
  return usual?.[0] ?? 0;
}

/** How well a notation explains the rows. */
interface Fit {
  /** Cells that most rows have; below 2, the notation explains nothing. */
  columns: number;
  /** The share of rows that have as many, 0 to 1. */
  agreement: number;
  /** Quotes that are not closed as they should be. */
  errors: number;
  /** Cells of the first row. */
  first: number;
  /** The first row is one cell, and what columns are called: a file of one column, whose values have the separator. */
  beginsWithWord: boolean;
}

function fitOf(text: string, { delimiter, quote, newline, blanksBeforeQuotes }: Written): Fit {
  const read = blanksBeforeQuotes ? text.replaceAll(blanksBeforeQuote(delimiter, quote), `$1${quote}`) : text;
  const { data, errors } = Papa.parse<string[]>(read, {
    delimiter,
    newline,
    quoteChar: quote,
    preview: SAMPLE_ROWS,
    skipEmptyLines: true,
  });
  const columns = usualWidth(data);
  const agreeing = data.filter((row) => row.length === columns).length;
  const [first = []] = data;
  return {
    columns,
    agreement: data.length === 0 ? 0 : agreeing / data.length,
    errors: errors.length,
    first: first.length,
    beginsWithWord: first.length === 1 && conceptsOf(first[0] ?? '').size > 0,
  };
}

/** The columns that most rows have, as often as the rows agree. One known word for a column is a header of one column. */
const score = ({ columns, agreement, beginsWithWord }: Fit): number =>
  columns < 2 || beginsWithWord ? 0 : columns * agreement;

/** A separator that all rows agree on, the header among them, is not beaten by one that stands inside cells alone. */
function explainsBetter(fit: Fit, other: Fit): boolean {
  const isWhole = (one: Fit) => one.columns > 1 && one.agreement === 1;
  if (isWhole(fit) !== isWhole(other)) return isWhole(fit);
  return score(fit) > score(other);
}

/**
 * How the rows of a file are written: as a person says, as its first line says, or else judged by its beginning. A file of
 * one column is taken as separated by commas.
 */
export function guessNotation(text: string, choices: ReadingChoices = {}): Notation {
  // Rows that end with CR LF are read as ended by LF, as both may occur in one file; CR alone is the old Macintosh's.
  const lineFeeds = text.split('\n').length - 1;
  const newline = text.split(/\r(?!\n)/).length - 1 > lineFeeds ? '\r' : '\n';
  const [preamble = '', told] = naming.exec(text) ?? [];
  const named = delimiters.find((known) => known === told);
  const fixed = choices.delimiter ?? named;
  const rows = text.slice(preamble.length);
  const among = fixed === undefined ? delimiters : [fixed];
  const asItIs = bestOf(rows, newline, among, choices.quote);
  const { best, rowsQuoted } = orInRowQuotes(rows, asItIs, among, choices);
  const delimiterBy = choices.delimiter !== undefined ? 'choice' : named !== undefined ? 'line' : 'rows';
  return { ...best, delimiterBy, rowsQuoted, preamble: preamble.length };
}

/** The notation of a text, or of its rows without quotes around each as a whole, where only that makes cells of them. */
function orInRowQuotes(
  text: string,
  asItIs: Written,
  among: readonly Delimiter[],
  { quote, rowsQuoted }: ReadingChoices,
): { best: Written; rowsQuoted: boolean | undefined } {
  if (rowsQuoted === false || asItIs.quote !== '"') return { best: asItIs, rowsQuoted };
  const rows = withoutRowQuotes(text);
  if (rows === text) return { best: asItIs, rowsQuoted };
  const best = bestOf(rows, asItIs.newline, among, quote);
  if (rowsQuoted === true) return { best, rowsQuoted };
  const fit = fitOf(rows, best);
  const isTable = fit.errors === 0 && fit.first === fit.columns;
  return isTable && explainsBetter(fit, fitOf(text, asItIs))
    ? { best, rowsQuoted: true }
    : { best: asItIs, rowsQuoted };
}

function bestOf(
  text: string,
  newline: Notation['newline'],
  among: readonly Delimiter[],
  chosenQuote: Notation['quote'] | undefined,
): Written {
  const usual: Written = { delimiter: among[0] ?? ',', quote: chosenQuote ?? '"', newline, blanksBeforeQuotes: false };
  let best = { written: usual, fit: fitOf(text, usual) };
  for (const delimiter of among.slice(1)) {
    const written = { ...usual, delimiter };
    const fit = fitOf(text, written);
    if (explainsBetter(fit, best.fit)) best = { written, fit };
  }
  const { written, fit } = best;
  if (chosenQuote === undefined && text.includes("'")) {
    // Apostrophes stand in names and before numbers: they are quotes where rows have as many cells only if they are.
    const quoted: Written = { ...written, quote: "'" };
    const other = fitOf(text, quoted);
    const isBetter = other.errors === 0 && other.columns <= fit.columns && other.agreement > fit.agreement;
    if (other.columns > 1 && isBetter) return quoted;
  }
  const closedUp: Written = { ...written, blanksBeforeQuotes: true };
  if (!blanksBeforeQuote(written.delimiter, written.quote).test(text)) return written;
  // Where nothing else is wrong with the rows, the blanks tell for themselves.
  return score(fitOf(text, closedUp)) >= score(fit) ? closedUp : written;
}
