import { crc32 } from 'node:zlib';
import { Gunzip } from 'fflate';

/** What ends each part of a gzip: a checksum and the length of what it unpacks to (RFC 1952). */
const TRAILER_BYTES = 8;
/** Bytes that are kept: that a part has ended is known once the name of the next one was read. */
const KEPT_BYTES = 4 * 1024;
/** Bytes that are unpacked at once: a bomb is noticed before it goes off. */
const AT_ONCE = 16 * 1024;

/** The bytes are no gzip, or not all of one. */
export class NoGzipError extends Error {
  override name = 'NoGzipError';
}

/**
 * Unpacks a gzip, of one part or several, a piece at a time, and hands on what it has unpacked. A piece that is missing, at
 * the end as well, does not go unnoticed: length and checksum are compared. @throws NoGzipError, and what `take` throws
 */
export class GzipReader {
  readonly #gunzip: Gunzip;
  /** What is too little to be unpacked by itself: the reader beneath wants no small pieces. */
  #waiting = Buffer.alloc(0);
  /** What came last, the end of what came before it included, and where that begins. */
  #recent = Buffer.alloc(0);
  #recentAt = 0;
  #at = 0;
  #length = 0;
  #checksum = 0;
  #problem: Error | null = null;

  constructor(take: (bytes: Uint8Array) => void) {
    this.#gunzip = new Gunzip((bytes) => {
      if (this.#problem !== null) return;
      this.#length += bytes.length;
      this.#checksum = crc32(bytes, this.#checksum);
      try {
        take(bytes);
      } catch (error) {
        this.#problem = error instanceof Error ? error : new Error(String(error));
      }
    });
    this.#gunzip.onmember = (offset) => this.#endPart(offset);
  }

  push(bytes: Buffer, isLast: boolean): void {
    const all = this.#waiting.length === 0 ? bytes : Buffer.concat([this.#waiting, bytes]);
    let from = 0;
    for (; all.length - from > AT_ONCE; from += AT_ONCE) this.#push(all.subarray(from, from + AT_ONCE), false);
    this.#waiting = isLast ? Buffer.alloc(0) : Buffer.from(all.subarray(from));
    if (isLast) this.#push(all.subarray(from), true);
  }

  #push(bytes: Buffer, isLast: boolean): void {
    const kept = this.#recent.subarray(-KEPT_BYTES);
    this.#recent = Buffer.concat([kept, bytes]);
    this.#recentAt = this.#at - kept.length;
    this.#at += bytes.length;
    try {
      this.#gunzip.push(bytes, isLast);
      if (isLast) this.#endPart(this.#at);
    } catch (error) {
      throw error instanceof NoGzipError ? error : new NoGzipError('The bytes are no gzip.', { cause: error });
    }
    if (this.#problem !== null) throw this.#problem;
  }

  #endPart(end: number): void {
    const at = end - TRAILER_BYTES - this.#recentAt;
    const trailer = at < 0 ? null : this.#recent.subarray(at, at + TRAILER_BYTES);
    const isWhole =
      trailer?.length === TRAILER_BYTES &&
      trailer.readUInt32LE(0) === this.#checksum &&
      trailer.readUInt32LE(4) === this.#length % 2 ** 32;
    if (!isWhole) throw new NoGzipError('A part of the gzip is missing.');
    [this.#length, this.#checksum] = [0, 0];
  }
}
