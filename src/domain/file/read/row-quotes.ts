import type { TextChunk } from './text-chunks';

/** A row that is one quoted cell as a whole, with its quotes doubled inside: "a,""b"",c". */
const quotedRow = /"([^"]*(?:""[^"]*)*)"[ \t]*(\r\n|\n|\r|$)/y;
/** Any other row, whose own cells may be quoted and have line breaks inside; a doubled quote ends one text and begins another. */
const otherRow = /[^"\r\n]*(?:"[^"]*"[^"\r\n]*)*(?:\r\n|\n|\r|$)/y;

function rowAt(text: string, at: number): { row: string; end: number } | null {
  quotedRow.lastIndex = at;
  const quoted = quotedRow.exec(text);
  if (quoted) return { row: `${(quoted[1] ?? '').replaceAll('""', '"')}${quoted[2] ?? ''}`, end: quotedRow.lastIndex };
  otherRow.lastIndex = at;
  const other = otherRow.exec(text);
  return other && { row: other[0], end: otherRow.lastIndex };
}

/** The rows of a text without quotes around each as a whole, and what is left of it: a row that may go on. */
function unquoted(text: string, isWhole: boolean): { rows: string; rest: string } {
  const rows: string[] = [];
  let at = 0;
  while (at < text.length) {
    const found = rowAt(text, at);
    // A quote that is never closed stays as it is: it is the reader that tells.
    if (found === null)
      return isWhole
        ? { rows: rows.join('') + text.slice(at), rest: '' }
        : { rows: rows.join(''), rest: text.slice(at) };
    // The last row of a chunk may go on in the next, as may its line end.
    if (!isWhole && found.end === text.length) break;
    rows.push(found.row);
    at = found.end;
  }
  return { rows: rows.join(''), rest: text.slice(at) };
}

/** A text without quotes around each of its rows as a whole; the same where no row has them. */
export const withoutRowQuotes = (text: string): string => unquoted(text, true).rows;

/** Characters that a row may have before it is handed on as it is. */
const MAX_ROW_CHARS = 4 * 1024 * 1024;

/** The same for a text that comes in chunks. */
export async function* rowsUnquoted(chunks: AsyncIterable<TextChunk>): AsyncGenerator<TextChunk> {
  let rest = '';
  for await (const { text, fraction } of chunks) {
    const pending = rest + text;
    const found = unquoted(pending, fraction >= 1 || pending.length > MAX_ROW_CHARS);
    rest = found.rest;
    yield { text: found.rows, fraction };
  }
}
