import Papa from 'papaparse';
import type { FileFacts } from '../../../../src/contract/file-frame';

export interface Notation {
  delimiter: FileFacts['delimiter'];
  newline: '\n' | '\r';
  /** Characters of a first line that names the delimiter, its end included: it is no row. 0 where there is none. */
  preamble: number;
}

const delimiters = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 50;

/** `sep=;`, by which spreadsheets are told the delimiter. They do not count it as a row. */
const naming = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i;

/** How well a delimiter explains the rows: the columns of the header, as often as the rows agree with it. */
function score(text: string, delimiter: string, newline: '\n' | '\r'): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: SAMPLE_ROWS, skipEmptyLines: true });
  const columns = data[0]?.length ?? 0;
  if (columns < 2) return 0;
  return (columns * data.filter((row) => row.length === columns).length) / data.length;
}

/**
 * How the rows of a file are written: as its first line says, or else judged by its beginning. A file of one column is taken
 * as separated by commas.
 */
export function guessNotation(text: string): Notation {
  // Rows that end with CR LF are read as ended by LF, as both may occur in one file; CR alone is the old Macintosh's.
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const [preamble = '', told] = naming.exec(text) ?? [];
  const delimiter = delimiters.find((known) => known === told) ?? guessDelimiter(text, newline);
  return { delimiter, newline, preamble: preamble.length };
}

function guessDelimiter(text: string, newline: Notation['newline']): Notation['delimiter'] {
  let best: Notation['delimiter'] = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const reached = score(text, delimiter, newline);
    if (reached > bestScore) [best, bestScore] = [delimiter, reached];
  }
  return best;
}
