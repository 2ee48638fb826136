import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * A stream that packs or unpacks on the spot. The platform's own does it in a thread of its own, which virtual time doesn't
 * wait for: on a busy machine seconds of it passed while a few kilobytes were packed.
 */
const packing = (change: (bytes: Uint8Array) => Uint8Array) =>
  class {
    readonly readable: ReadableStream<Uint8Array>;
    readonly writable: WritableStream<Uint8Array>;

    constructor() {
      const chunks: Uint8Array[] = [];
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk) => void chunks.push(chunk),
        flush: (out) => out.enqueue(new Uint8Array(change(Buffer.concat(chunks)))),
      });
      this.readable = readable;
      this.writable = writable;
    }
  };

/** Lets what is packed in this test file be packed on the spot. */
export function packOnTheSpot(): void {
  Object.assign(globalThis, { CompressionStream: packing(gzipSync), DecompressionStream: packing(gunzipSync) });
}
