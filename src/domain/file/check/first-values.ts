import { fold } from '../../fold';

/** Characters of different texts that are kept to be named: of what comes later, only a hash tells it apart. */
const MAX_TEXT_CHARS = 4_000_000;
/** What a kept text costs beside its characters, counted as such. */
const TEXT_OVERHEAD = 32;
const HASHED = 0x80000000;

/** Numbers for texts, at least 1: those of the first texts, up to some megabytes, can be turned into the text again. */
class Texts {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [''];
  #chars = 0;

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (this.#chars >= MAX_TEXT_CHARS) return hashed(text);
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    this.#chars += 2 * text.length + TEXT_OVERHEAD;
    return id;
  }

  textOf = (id: number): string | null => this.#texts[id] ?? null;

  /** Whether a text is the one of that number, but for letter case and blanks; by its hash alone with a chance of 2^-31 to err. */
  isSame(id: number, text: string): boolean {
    const known = this.textOf(id);
    return known === null ? id === hashed(text) : known === text || fold(known) === fold(text);
  }
}

const hashed = (text: string): number => (HASHED | hashOf(fold(text))) >>> 0;

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A value that an earlier row has given: the row, and the value where it is still known. */
export interface FirstValue {
  row: number;
  text: string | null;
}

/**
 * What the first row that says something says of each field of each organization of a file. Takes 8 bytes a field of an
 * organization, about 50 for the organization itself, and the different values up to some megabytes in all.
 */
export class FirstValues {
  readonly #at = new Map<number, number>();
  #rows: Uint32Array;
  #values: Uint32Array;
  #capacity = 64;

  /** `before`: what is known already, and stays as it is. */
  constructor(
    private readonly fields: number,
    private readonly before: FirstValues | null = null,
    private readonly texts: Texts = before?.texts ?? new Texts(),
  ) {
    this.#rows = new Uint32Array(this.#capacity * fields);
    this.#values = new Uint32Array(this.#capacity * fields);
  }

  /** Organizations of which some row says something. */
  get size(): number {
    const { before } = this;
    if (before === null) return this.#at.size;
    return before.size + [...this.#at.keys()].filter((id) => !before.#at.has(id)).length;
  }

  /** The row that was the first to say something of the field, or 0. */
  rowOf(organization: number, field: number): number {
    const known = this.before?.rowOf(organization, field) ?? 0;
    return known !== 0 ? known : (this.#rows[this.#slot(organization, field)] ?? 0);
  }

  /** What was said first, where that is something else; null where it is the same, or nothing was said. */
  otherThan(organization: number, field: number, text: string): FirstValue | null {
    const row = this.rowOf(organization, field);
    const first = this.#valueOf(organization, field);
    return row === 0 || this.texts.isSame(first, text) ? null : { row, text: this.texts.textOf(first) };
  }

  /** Remembers what a row says (at least row 1). Does nothing where another row was the first. */
  add(organization: number, field: number, text: string, row: number): void {
    if (this.rowOf(organization, field) !== 0) return;
    if (!this.#at.has(organization)) this.#at.set(organization, this.#at.size);
    if (this.#at.size > this.#capacity) this.#grow();
    const slot = this.#slot(organization, field);
    this.#rows[slot] = row;
    this.#values[slot] = this.texts.idOf(text);
  }

  #valueOf(organization: number, field: number): number {
    const { before } = this;
    if (before !== null && before.rowOf(organization, field) !== 0) return before.#valueOf(organization, field);
    return this.#values[this.#slot(organization, field)] ?? 0;
  }

  #slot(organization: number, field: number): number {
    const at = this.#at.get(organization);
    return at === undefined ? -1 : at * this.fields + field;
  }

  #grow(): void {
    this.#capacity *= 2;
    const [rows, values] = [this.#rows, this.#values];
    this.#rows = new Uint32Array(this.#capacity * this.fields);
    this.#values = new Uint32Array(this.#capacity * this.fields);
    this.#rows.set(rows);
    this.#values.set(values);
  }
}
