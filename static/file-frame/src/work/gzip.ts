/** Compresses with what browsers have built in. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new CompressionStream('gzip');
  const compressed = new Response(readable).arrayBuffer();
  const writer = writable.getWriter();
  // All at once: a stream of small chunks takes a turn of the event loop for each.
  await Promise.all([writer.write(bytes), writer.close(), compressed]);
  return new Uint8Array(await compressed);
}
