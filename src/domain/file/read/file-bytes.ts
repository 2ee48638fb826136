/** The bytes of a file, read a piece at a time: a `Blob` is one, and what a sync was delivered is another. */
export interface FileBytes {
  readonly size: number;
  slice: (from: number, to?: number) => FileBytes;
  arrayBuffer: () => Promise<ArrayBuffer>;
}

/** Bytes that are read at a time. */
const READ_BYTES = 1024 * 1024;

/** All bytes, a piece at a time. */
export async function* piecesOf(file: FileBytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.size; at += READ_BYTES)
    yield new Uint8Array(await file.slice(at, Math.min(file.size, at + READ_BYTES)).arrayBuffer());
}

/** All bytes as a stream. */
export function streamOf(file: FileBytes): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = piecesOf(file);
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}
