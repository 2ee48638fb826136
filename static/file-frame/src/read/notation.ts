import Papa from 'papaparse';
import type { FileFacts } from '../../../../src/contract/file-frame';

export interface Notation {
  delimiter: FileFacts['delimiter'];
  newline: '\n' | '\r';
}

const delimiters = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 50;

/** How well a delimiter explains the rows: the columns of the header, as often as the rows agree with it. */
function score(text: string, delimiter: string, newline: '\n' | '\r'): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: SAMPLE_ROWS, skipEmptyLines: true });
  const columns = data[0]?.length ?? 0;
  if (columns < 2) return 0;
  return (columns * data.filter((row) => row.length === columns).length) / data.length;
}

/** How the rows of a file are written, judged by its beginning. A file of one column is taken as separated by commas. */
export function guessNotation(text: string): Notation {
  // Rows that end with CR LF are read as ended by LF, as both may occur in one file; CR alone is the old Macintosh's.
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  let best: Notation['delimiter'] = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const reached = score(text, delimiter, newline);
    if (reached > bestScore) [best, bestScore] = [delimiter, reached];
  }
  return { delimiter: best, newline };
}
