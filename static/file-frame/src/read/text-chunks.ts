import type { FileFacts } from '../../../../src/contract/file-frame';

export type Encoding = FileFacts['encoding'];

export interface TextChunk {
  text: string;
  /** Share of the file that has been read with this chunk, 0 to 1. */
  fraction: number;
}

const labels: Record<Encoding, string> = {
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
};

/** Bytes decoded at a time: large enough for the parser's stride, small beside the memory of a tab. */
const SLICE_BYTES = 256 * 1024;

/**
 * The text of a file, a slice at a time: the next slice is read when it is asked for. A byte order mark is left out;
 * bytes that are wrong in the encoding become U+FFFD, or a TypeError when `fatal`.
 */
export async function* textChunks(
  file: Blob,
  encoding: Encoding,
  options: { fatal?: boolean } = {},
): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder(labels[encoding], { ...options, ignoreBOM: true });
  // UTF-8 is cut between two characters and each slice decoded for itself: a decoder that has to remember what a slice
  // ended with can give wide strings for plain letters, and all that is done with those takes longer.
  const whole = encoding === 'UTF-8';
  const read = (from: number): Promise<ArrayBuffer> => file.slice(from, from + SLICE_BYTES).arrayBuffer();
  let slice = read(0);
  for (let from = 0; from < file.size;) {
    let bytes = new Uint8Array(await slice);
    const first = from === 0;
    const last = from + bytes.length === file.size;
    if (whole && !last) bytes = bytes.subarray(0, completeLength(bytes));
    from += bytes.length;
    const text = decoder.decode(bytes, { stream: !whole && !last });
    if (!last) slice = readAhead(read(from));
    yield { text: first && text.startsWith('\uFEFF') ? text.slice(1) : text, fraction: from / file.size };
  }
}

/** Something whose failure is told to whoever awaits it, perhaps late, perhaps never. */
function readAhead<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}

/** How many of the bytes can be decoded before what comes after them is known: the last character may not end in them. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.length - (back < lengthFrom(byte) ? back : 0);
  }
  return bytes.length;
}

/** Bytes of the character in UTF-8 that begins with this one. */
const lengthFrom = (byte: number): number => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
