import Papa from 'papaparse';
import type { Delimiter, ReadingChoices } from '../../../../src/contract/imports';
import { delimiters } from '../../../../src/contract/imports';

export interface Notation {
  delimiter: Delimiter;
  /** The file's first line says so, or a person does; otherwise it is judged by the rows. */
  delimiterBy: 'line' | 'choice' | 'rows';
  quote: '"' | "'";
  newline: '\n' | '\r';
  /** Blanks stand between a separator and the quote that opens a cell: they are no part of the cell. */
  blanksBeforeQuotes: boolean;
  /** Characters of a first line that names the delimiter, its end included: it is no row. 0 where there is none. */
  preamble: number;
}

type Written = Pick<Notation, 'delimiter' | 'quote' | 'newline' | 'blanksBeforeQuotes'>;

const SAMPLE_ROWS = 60;

/** `sep=;`, by which spreadsheets are told the delimiter. They do not count it as a row. */
const naming = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

/** Blanks between the beginning of a cell and the quote that opens it. A doubled quote is inside of one. */
export const blanksBeforeQuote = (delimiter: Delimiter, quote: string): RegExp =>
  new RegExp(`(^|[\\n\\r${delimiter === '|' ? '\\|' : delimiter}]) +${quote}(?!${quote})`, 'g');

/** How many cells most of the rows have that have more than one; 0 where none has. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, first], [b, second]) => second - first || b - a);
  return usual?.[0] ?? 0;
}

/** How well a notation explains the rows: the columns that most have, as often as the rows agree. */
function score(text: string, { delimiter, quote, newline, blanksBeforeQuotes }: Written): number {
  const read = blanksBeforeQuotes ? text.replaceAll(blanksBeforeQuote(delimiter, quote), `$1${quote}`) : text;
  const { data, errors } = Papa.parse<string[]>(read, {
    delimiter,
    newline,
    quoteChar: quote,
    preview: SAMPLE_ROWS,
    skipEmptyLines: true,
  });
  const columns = usualWidth(data);
  if (columns < 2) return 0;
  const agreeing = data.filter((row) => row.length === columns).length;
  return (columns * Math.max(agreeing - errors.length / 2, 0.1)) / data.length;
}

/**
 * How the rows of a file are written: as a person says, as its first line says, or else judged by its beginning. A file of
 * one column is taken as separated by commas.
 */
export function guessNotation(text: string, choices: ReadingChoices = {}): Notation {
  // Rows that end with CR LF are read as ended by LF, as both may occur in one file; CR alone is the old Macintosh's.
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const [preamble = '', told] = naming.exec(text) ?? [];
  const named = delimiters.find((known) => known === told);
  const fixed = choices.delimiter ?? named;
  const rows = text.slice(preamble.length);
  const best = bestOf(rows, newline, fixed === undefined ? delimiters : [fixed], choices.quote);
  const delimiterBy = choices.delimiter !== undefined ? 'choice' : named !== undefined ? 'line' : 'rows';
  return { ...best, delimiterBy, preamble: preamble.length };
}

function bestOf(
  text: string,
  newline: Notation['newline'],
  among: readonly Delimiter[],
  chosenQuote: Notation['quote'] | undefined,
): Written {
  const usual: Written = { delimiter: among[0] ?? ',', quote: chosenQuote ?? '"', newline, blanksBeforeQuotes: false };
  let best = usual;
  let bestScore = 0;
  const consider = (written: Written) => {
    const reached = score(text, written);
    if (reached > bestScore) [best, bestScore] = [written, reached];
  };
  for (const delimiter of among) consider({ ...usual, delimiter });
  // What is less usual has to explain the rows better.
  for (const quote of chosenQuote === undefined ? (['"', "'"] as const) : [chosenQuote]) {
    if (quote !== usual.quote && text.includes(quote)) consider({ ...best, quote });
    if (blanksBeforeQuote(best.delimiter, quote).test(text)) considerBlanks(quote);
  }
  return best;

  /** Where nothing else is wrong with the rows, the blanks tell for themselves. */
  function considerBlanks(quote: Notation['quote']): void {
    const without = { ...best, quote, blanksBeforeQuotes: true };
    const reached = score(text, without);
    if (reached > 0 && reached >= bestScore && quote === best.quote) [best, bestScore] = [without, reached];
  }
}
