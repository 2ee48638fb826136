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
 * bytes that are wrong in the encoding become U+FFFD, or a
 * TypeError when `fatal`.
 */
export async function* textChunks(
  file: Blob,
  encoding: Encoding,
  options: { fatal?: boolean } = {},
): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder(labels[encoding], options);
  for (let from = 0; from < file.size; from += SLICE_BYTES) {
    const bytes = await file.slice(from, from + SLICE_BYTES).arrayBuffer();
    const end = Math.min(from + SLICE_BYTES, file.size);
    yield { text: decoder.decode(bytes, { stream: end < file.size }), fraction: end / file.size };
  }
}
