import { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import type { ByteStore } from '../domain/file/check/byte-store';
import type { FileBytes } from '../domain/file/read/file-bytes';

/** Bytes that are packed together: a piece is unpacked to read any of it. */
const PIECE_BYTES = 1024 * 1024;
/** The fastest level: what is packed is unpacked within the minute. */
const level = 1;

const exact = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** What a check keeps on the back end: in memory, packed. */
export const packedStore: ByteStore = {
  gzip: (bytes) => Promise.resolve(exact(gzipSync(bytes))),
  gunzip: (bytes) => Promise.resolve(exact(gunzipSync(bytes))),
  keep: (bytes) => {
    const packed = deflateRawSync(bytes, { level });
    return { bytes: () => Promise.resolve(exact(inflateRawSync(packed))) };
  },
};

/** A file that is held in memory as packed pieces of a megabyte, of which the last one read is unpacked. */
export class PackedFile {
  readonly #pieces: Buffer[] = [];
  #last: { piece: number; bytes: Buffer } | null = null;
  #size = 0;
  #pending = Buffer.alloc(0);

  get size(): number {
    return this.#size;
  }

  /** Takes what follows. */
  add(bytes: Uint8Array): void {
    this.#size += bytes.length;
    this.#pending = this.#pending.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#pending, bytes]);
    while (this.#pending.length >= PIECE_BYTES) {
      this.#keep(this.#pending.subarray(0, PIECE_BYTES));
      this.#pending = Buffer.from(this.#pending.subarray(PIECE_BYTES));
    }
  }

  /** Takes nothing more: from here on it can be read. */
  end(): void {
    if (this.#pending.length > 0) this.#keep(this.#pending);
    this.#pending = Buffer.alloc(0);
  }

  #keep(bytes: Buffer): void {
    this.#pieces.push(deflateRawSync(bytes, { level }));
  }

  /** The bytes between two places. */
  read(from: number, to: number): ArrayBuffer {
    const found = new Uint8Array(Math.max(0, to - from));
    for (let at = from; at < to;) {
      const piece = Math.floor(at / PIECE_BYTES);
      const bytes = this.#unpacked(piece);
      const part = bytes.subarray(at - piece * PIECE_BYTES, to - piece * PIECE_BYTES);
      if (part.length === 0) break;
      found.set(part, at - from);
      at += part.length;
    }
    return found.buffer;
  }

  /** The file as what reads files takes it. */
  toBytes(from = 0, to = this.#size): FileBytes {
    return {
      size: to - from,
      slice: (start, end = to - from) => this.toBytes(from + start, Math.min(to, from + end)),
      arrayBuffer: () => Promise.resolve(this.read(from, to)),
    };
  }

  #unpacked(piece: number): Buffer {
    if (this.#last?.piece !== piece)
      this.#last = { piece, bytes: inflateRawSync(this.#pieces[piece] ?? Buffer.alloc(0)) };
    return this.#last.bytes;
  }
}
