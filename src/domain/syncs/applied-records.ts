/** Bytes of a record: 6 of the keyed hash of what names it, 6 of that of its content. */
export const BYTES_PER_RECORD = 12;
/** Hashes have 48 bits, so that they are whole numbers. */
const HIGH = 2 ** 16;

/** Prints that no content has. The site's record may be anything: it was being changed, or that failed. */
export const UNKNOWN = 0;
/** The record has vanished from the export, and that was dealt with. */
export const GONE = 1;

/**
 * The fingerprints of what a sync has applied, in memory of some 30 bytes a record. A record keeps its place.
 *
 * Two names share a hash of 48 bits with a chance of 0.2 % in a million records. Such two are taken for one: each looks
 * changed whenever it is delivered, and is sent once more, which does no harm; that one of them vanishes is not seen. Two
 * contents of one record share theirs with a chance of 1 in 2^48, and the change is not seen.
 */
export class AppliedRecords {
  #keys: Float64Array;
  #prints: Float64Array;
  #slots: Int32Array;
  #seen: Uint8Array;
  #size = 0;

  /** @param expected how many records there will be; more are no fault */
  constructor(expected = 0) {
    const capacity = Math.max(64, expected);
    this.#keys = new Float64Array(capacity);
    this.#prints = new Float64Array(capacity);
    this.#seen = new Uint8Array(capacity);
    this.#slots = slotsFor(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** How many records there are, but for those that have vanished and were dealt with. */
  get present(): number {
    let gone = 0;
    for (let place = 0; place < this.#size; place += 1) if (this.#prints[place] === GONE) gone += 1;
    return this.#size - gone;
  }

  /** The place of a record; -1 where it is not known. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key)] ?? -1;
  }

  printAt(place: number): number {
    return this.#prints[place] ?? UNKNOWN;
  }

  keyAt(place: number): number {
    return this.#keys[place] ?? 0;
  }

  /** Remembers what was applied of a record, and answers with its place. */
  set(key: number, print: number): number {
    const known = this.find(key);
    if (known >= 0) {
      this.#prints[known] = print;
      return known;
    }
    if (this.#size === this.#keys.length) this.#grow();
    const place = this.#size;
    this.#keys[place] = key;
    this.#prints[place] = print;
    this.#slots[this.#slotOf(key)] = place;
    this.#size += 1;
    return place;
  }

  /** Marks a record as one of the delivery, as its first row shows it; answers with what that was, if it was there before. */
  see(place: number, as: 'same' | 'changed'): 'same' | 'changed' | null {
    const before = this.#seen[place] ?? 0;
    if (before === 0) this.#seen[place] = as === 'same' ? 1 : 2;
    return before === 0 ? null : before === 1 ? 'same' : 'changed';
  }

  /** Whether the delivery has a record. */
  isSeen(key: number): boolean {
    const place = this.find(key);
    return place >= 0 && this.#seen[place] !== 0;
  }

  /** The places of the records that the delivery does not have, but for those whose absence was dealt with. */
  *vanished(): Generator<number> {
    for (let place = 0; place < this.#size; place += 1)
      if (this.#seen[place] === 0 && this.#prints[place] !== GONE) yield place;
  }

  /** The records from a place on, as many as asked for, in 12 bytes each. */
  toBytes(from: number, count: number): Uint8Array {
    const to = Math.min(this.#size, from + count);
    const bytes = new DataView(new ArrayBuffer((to - from) * BYTES_PER_RECORD));
    for (let place = from; place < to; place += 1) {
      const at = (place - from) * BYTES_PER_RECORD;
      writeHash(bytes, at, this.keyAt(place));
      writeHash(bytes, at + BYTES_PER_RECORD / 2, this.printAt(place));
    }
    return new Uint8Array(bytes.buffer);
  }

  /** Takes records as {@link toBytes} writes them: those that are known change, the others are added. */
  addBytes(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + BYTES_PER_RECORD <= bytes.length; at += BYTES_PER_RECORD)
      this.set(readHash(view, at), readHash(view, at + BYTES_PER_RECORD / 2));
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    // The low half of a hash is as good as all of it.
    for (let slot = (key % 2 ** 32) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? -1;
      if (place < 0 || this.#keys[place] === key) return slot;
    }
  }

  #grow(): void {
    const capacity = this.#keys.length * 2;
    const [keys, prints, seen] = [new Float64Array(capacity), new Float64Array(capacity), new Uint8Array(capacity)];
    keys.set(this.#keys);
    prints.set(this.#prints);
    seen.set(this.#seen);
    [this.#keys, this.#prints, this.#seen] = [keys, prints, seen];
    this.#slots = slotsFor(capacity);
    for (let place = 0; place < this.#size; place += 1) this.#slots[this.#slotOf(keys[place] ?? 0)] = place;
  }
}

const slotsFor = (capacity: number): Int32Array => new Int32Array(2 ** Math.ceil(Math.log2(capacity * 1.5))).fill(-1);

function writeHash(view: DataView, at: number, hash: number): void {
  view.setUint32(at, Math.floor(hash / HIGH));
  view.setUint16(at + 4, hash % HIGH);
}

const readHash = (view: DataView, at: number): number => view.getUint32(at) * HIGH + view.getUint16(at + 4);
