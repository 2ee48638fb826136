import { type FileBytes, piecesOf } from './file-bytes';
import type { FileFacts } from '../../../contract/file-frame';
import { ByteScan } from './byte-scan';
import { guessEncoding } from './guess-encoding';
import { joinedBytes } from './joined-bytes';
import { RefusedFile } from './refused';
import { textChunks } from './text-chunks';

/** The encoding of a file, and what speaks for it. */
export type KnownEncoding = Pick<FileFacts['reading'], 'encoding' | 'encodingBy'>;

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

function markedEncoding(head: Uint8Array): string | null {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (startsWith(head, 0xff, 0xfe)) return 'UTF-16LE';
  return startsWith(head, 0xfe, 0xff) ? 'UTF-16BE' : null;
}

/** A file with this share of zero bytes is no text; fewer are characters that got into it, and problems of their rows. */
const BINARY_SHARE = 0.02;
/** Bytes of lines with letters beyond ASCII that a guess is made of. */
const GUESSED_BYTES = 16 * 1024;

/** Text in UTF-16 has its zero bytes on one side; zeros on both sides are no text. */
function encodingOf(scan: ByteScan, bytes: number, lines: Uint8Array): KnownEncoding {
  const { zerosAtEven, zerosAtOdd } = scan;
  if (zerosAtOdd > bytes / 8 && zerosAtEven * 20 < zerosAtOdd) return { encoding: 'UTF-16LE', encodingBy: 'form' };
  if (zerosAtEven > bytes / 8 && zerosAtOdd * 20 < zerosAtEven) return { encoding: 'UTF-16BE', encodingBy: 'form' };
  if (zerosAtEven + zerosAtOdd > bytes * BINARY_SHARE) {
    throw new RefusedFile('This is a binary file: it contains zero bytes, which text doesn’t. Choose a CSV file.');
  }
  // Some damaged bytes in a file that is otherwise UTF-8 are problems of their rows, not another encoding.
  if (scan.invalidBytes <= scan.validSequences) return { encoding: 'UTF-8', encodingBy: 'form' };
  return { encoding: guessEncoding(lines), encodingBy: 'guess' };
}

/** The common case, decided by the browser's own decoder at many times the speed of a look at each byte. */
async function isPlainUtf8(file: FileBytes): Promise<boolean> {
  try {
    for await (const { text } of textChunks(file, 'UTF-8', { fatal: true })) if (text.includes('\0')) return false;
    return true;
  } catch (error) {
    // By name, as the decoder may belong to another realm than this module's TypeError.
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError') return false;
    throw error;
  }
}

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/** The lines of a piece of a file that have bytes beyond ASCII, up to so many bytes. */
function linesBeyondAscii(bytes: Uint8Array, most: number): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let left = most;
  for (let at = 0; at < bytes.length && left > 0; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    let [start, end] = [at, at];
    // A line is not cut: half a letter of several bytes would speak against its encoding.
    while (start > 0 && !isLineEnd(bytes[start - 1])) start -= 1;
    while (end < bytes.length && !isLineEnd(bytes[end])) end += 1;
    lines.push(bytes.slice(start, end), Uint8Array.of(10));
    left -= end - start + 1;
    at = end;
  }
  return lines;
}

/**
 * The encoding of a file: by its byte order mark, else by all its bytes, as the first letter beyond ASCII may come late.
 * Throws {@link RefusedFile} for files that are not text.
 */
export async function detectEncoding(file: FileBytes): Promise<KnownEncoding> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const marked = markedEncoding(head);
  if (marked !== null) return { encoding: marked, encodingBy: 'mark' };
  if (await isPlainUtf8(file)) return { encoding: 'UTF-8', encodingBy: 'form' };
  const scan = new ByteScan();
  const lines: Uint8Array[] = [];
  let kept = 0;
  for await (const bytes of piecesOf(file)) {
    scan.add(bytes);
    if (kept < GUESSED_BYTES) lines.push(...linesBeyondAscii(bytes, GUESSED_BYTES - kept));
    kept = lines.reduce((sum, { length }) => sum + length, 0);
  }
  scan.end();
  return encodingOf(scan, file.size, joinedBytes(lines));
}
