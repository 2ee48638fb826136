/** UTF-8 writes at most 3 bytes for a code unit. */
const MOST_BYTES_OF_UNIT = 3;

/** Text as UTF-8 that grows at its end, in memory that is used again once it was emptied: new memory takes longer than all else. */
export class Utf8Buffer {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(0);
  #length = 0;

  add(text: string): void {
    this.#makeRoom(text.length * MOST_BYTES_OF_UNIT);
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** Adds what is UTF-8 already. */
  addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** All that was added. They change with what is added next. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  empty(): void {
    this.#length = 0;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.bytes());
    this.#bytes = grown;
  }
}
