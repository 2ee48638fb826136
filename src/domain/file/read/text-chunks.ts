import type { FileBytes } from './file-bytes';
import { decoderFor } from './decoder';

export interface TextChunk {
  text: string;
  /** Share of the file that has been read with this chunk, 0 to 1. */
  fraction: number;
}

/** Bytes read at a time: a browser takes as long to begin a read as to read a hundred kilobytes. */
const READ_BYTES = 1024 * 1024;
/** Bytes decoded at a time: a longer text and its cells would outlive the garbage collector's first, cheap look. */
const TEXT_BYTES = 64 * 1024;

/**
 * The text of a file, a chunk at a time: what comes next is read while what was read is worked on. A byte order mark is
 * left out; bytes that are wrong in the encoding become U+FFFD, or a TypeError when `fatal`.
 */
export async function* textChunks(
  file: FileBytes,
  encoding: string,
  options: { fatal?: boolean } = {},
): AsyncGenerator<TextChunk> {
  const decode = decoderFor(encoding, options);
  // UTF-8 is cut between two characters and each chunk decoded for itself: a decoder that has to remember what a chunk
  // ended with can give wide strings for plain letters, and all that is done with those takes longer.
  const whole = encoding === 'UTF-8';
  const read = (from: number): Promise<ArrayBuffer> => file.slice(from, from + READ_BYTES).arrayBuffer();
  let reading = read(0);
  for (let at = 0; at < file.size;) {
    const bytes = new Uint8Array(await reading);
    const known = whole && at + bytes.length < file.size ? untilLastCharacter(bytes) : bytes;
    if (at + known.length < file.size) reading = readAhead(read(at + known.length));
    for (const piece of cut(known, whole)) {
      const first = at === 0;
      at += piece.length;
      const text = decode(piece, !whole && at < file.size);
      yield { text: first && text.startsWith('\uFEFF') ? text.slice(1) : text, fraction: at / file.size };
    }
  }
}

/** The bytes in pieces of TEXT_BYTES, if `whole` with no character of UTF-8 in two of them. */
function* cut(bytes: Uint8Array, whole: boolean): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const piece = bytes.subarray(from, from + TEXT_BYTES);
    const known = whole && from + piece.length < bytes.length ? untilLastCharacter(piece) : piece;
    yield known;
    from += known.length;
  }
}

/** Something whose failure is told to whoever awaits it, perhaps late, perhaps never. */
function readAhead<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}

/** The bytes that can be decoded before what comes after them is known: the last character may not end in them. */
function untilLastCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - (back < lengthFrom(byte) ? back : 0));
  }
  return bytes;
}

/** Bytes of the character in UTF-8 that begins with this one. */
const lengthFrom = (byte: number): number => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
