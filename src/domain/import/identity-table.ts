/** Remembers which row was the first to name something. */
export interface FirstRows {
  /** The row that added the key, or 0. */
  firstRow: (key: string) => number;
  /** Remembers the row (at least 1) as the first that named the key. Does nothing when another row was. */
  add: (key: string, row: number) => void;
}

/**
 * The customers seen in a file, each with the row that named it first, in memory fixed at the start.
 *
 * An open-addressing hash table of 8 bytes a slot. Of a key's 64-bit hash it keeps 32 bits in one word and 11 in the
 * other, above the row number (21 bits, as files have at most 1,000,001 rows); the slot stands for about 21 more. Two
 * different customers pass for one with a chance of about 2^-43 for each key compared: with 2,000,000 keys and two
 * comparisons a key, less than one file in two million; twice that where there are {@link FirstKeys} as well. That row would be left out and reported as a duplicate, so even
 * then nothing is lost unseen.
 */
export class IdentityTable implements FirstRows {
  readonly #prints: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #mask: number;
  #high = 0;
  #low = 0;
  /** The key that was looked for last, and where: who asks for a key most often adds it next. */
  #lastKey: string | null = null;
  #lastSlot = 0;

  /** `maxKeys`: how many different keys will be added at most. Takes between 10 and 22 bytes a key. */
  constructor(maxKeys: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(maxKeys, 8) * 1.25));
    this.#prints = new Uint32Array(slots);
    this.#rows = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  /** The row that added the key, or 0. */
  firstRow(key: string): number {
    const slot = this.#find(key);
    return (this.#rows[slot] ?? 0) & ROW_MASK;
  }

  /** Remembers the row (at least 1) as the first that named the key. Does nothing when another row was. */
  add(key: string, row: number): void {
    const slot = this.#find(key);
    if (this.#rows[slot] !== 0) return;
    this.#prints[slot] = this.#low;
    this.#rows[slot] = ((this.#high & ~ROW_MASK) | row) >>> 0;
  }

  /** The slot that holds the key, or the free one where it belongs. */
  #find(key: string): number {
    if (key === this.#lastKey) return this.#lastSlot;
    this.#hash(key);
    this.#lastKey = key;
    this.#lastSlot = this.#probe();
    return this.#lastSlot;
  }

  /** The slot of the key whose hash has been taken. */
  #probe(): number {
    const top = (this.#high & ~ROW_MASK) >>> 0;
    let slot = (this.#high ^ (this.#high >>> 11)) & this.#mask;
    for (;;) {
      const entry = this.#rows[slot] ?? 0;
      if (entry === 0) return slot;
      if (this.#prints[slot] === this.#low && (entry & ~ROW_MASK) >>> 0 === top) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Two multiply-xor hashes of 32 bits that feed each other at the end (as in cyrb53, public domain). */
  #hash(key: string): void {
    let a = 0xdeadbeef ^ key.length;
    let b = 0x41c6ce57 ^ key.length;
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    this.#low = a >>> 0;
    this.#high = b >>> 0;
  }
}

const ROW_MASK = 0x1fffff;

/** Keys for which a table takes 1 MB. */
const FEW_KEYS = 100_000;

/**
 * What is named in a whole file. Its first keys go to a table of their own: some thousands would touch all of the memory
 * that is set aside for a million, and memory that is touched for the first time takes longer than all else about a key.
 */
export class FirstKeys implements FirstRows {
  readonly #few = new IdentityTable(FEW_KEYS);
  readonly #more: IdentityTable;
  #added = 0;

  /** `maxKeys`: how many different keys will be added at most. */
  constructor(maxKeys: number) {
    this.#more = new IdentityTable(maxKeys - FEW_KEYS);
  }

  firstRow(key: string): number {
    const row = this.#few.firstRow(key);
    return row !== 0 || this.#added < FEW_KEYS ? row : this.#more.firstRow(key);
  }

  add(key: string, row: number): void {
    if (this.firstRow(key) !== 0) return;
    (this.#added < FEW_KEYS ? this.#few : this.#more).add(key, row);
    this.#added += 1;
  }
}

/** What is named later than in another table, which stays as it is. */
export class LaterRows implements FirstRows {
  readonly #later: IdentityTable;

  constructor(
    private readonly earlier: FirstRows,
    maxKeys: number,
  ) {
    this.#later = new IdentityTable(maxKeys);
  }

  firstRow(key: string): number {
    return this.earlier.firstRow(key) || this.#later.firstRow(key);
  }

  add(key: string, row: number): void {
    if (this.earlier.firstRow(key) === 0) this.#later.add(key, row);
  }
}
