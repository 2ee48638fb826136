/** A set of row numbers up to a fixed maximum, one bit each: what a check remembers of a file between its passes. */
export class RowSet {
  readonly #bits: Uint32Array;

  constructor(maxRow: number) {
    this.#bits = new Uint32Array((maxRow >>> 5) + 1);
  }

  add(row: number): void {
    const word = row >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (row & 31));
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }
}
