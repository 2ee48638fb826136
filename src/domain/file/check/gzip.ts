/** Takes all bytes through a stream at once: a stream of small chunks takes a turn of the event loop for each. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const changed = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  await Promise.all([writer.write(bytes), writer.close(), changed]);
  return new Uint8Array(await changed);
}

/** Compresses with what browsers have built in. */
export const gzip = (bytes: Uint8Array<ArrayBuffer>) => through(new CompressionStream('gzip'), bytes);

/** Undoes {@link gzip}. */
export const gunzip = (bytes: Uint8Array<ArrayBuffer>) => through(new DecompressionStream('gzip'), bytes);
