import { joinedBytes } from '../read/joined-bytes';

/** What a stream gives, in one piece. Read by its reader: `Response` does the same with a detour for each chunk. */
async function wholeOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) pieces.push(read.value);
  return joinedBytes(pieces);
}

/** Takes all bytes through a stream at once: a stream of small chunks takes a turn of the event loop for each. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const [changed] = await Promise.all([wholeOf(stream.readable), writer.write(bytes), writer.close()]);
  return changed;
}

/** Compresses with what browsers have built in. */
export const gzip = (bytes: Uint8Array<ArrayBuffer>) => through(new CompressionStream('gzip'), bytes);

/** Undoes {@link gzip}. */
export const gunzip = (bytes: Uint8Array<ArrayBuffer>) => through(new DecompressionStream('gzip'), bytes);
