import type { DirectoryEntity, DirectoryRecord, ListCursor } from '../../contract/directory';
import type { ImportPlan, ShownEntity } from '../../contract/imports';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { parsePart } from '../directory/part';
import { fold } from '../fold';
import { type ByteMapper, decodePart } from '../import/part';
import { EXTERNAL_ID } from '../kinds/customer-profiles';
import { ownFields } from '../kinds/related';
import type { Named, Written } from '../kinds/written';

/** Reads the next parts of the directory. Rejects what a comparison breaks off with. */
export type AskRecords = (request: RequestOf<'directory.records'>) => Promise<ResponseOf<'directory.records'>>;

/** What is kept of a record while rows are compared with it: a hundred thousand of them fit the memory of a browser. */
interface Known {
  id: string;
  name: string;
  email: string | null;
  /** False for an organization of which the name alone was read. */
  isRead: boolean;
  /** Its values in the order of the fields that were asked for. */
  values: readonly (readonly string[])[];
  joined: readonly string[];
}

const nothing: readonly string[] = [];

/**
 * What the directory knows of the records that some rows name. It goes through all parts once, and keeps no others: first
 * say which are wanted, then read, then ask.
 */
export class KnownRecords {
  /** When the reading began that they come from; null until they are read. */
  asOf: number | null = null;
  readonly #wanted = new Set<string>();
  readonly #found = new Map<string, Known | 'several'>();
  readonly #joins = new Map<string, string>();
  readonly #fields: readonly string[];
  #isWhole = true;
  #hasValues = true;
  /** Somebody has no email address, or one that the site hides: it could be any. */
  #hidesEmails = false;

  constructor(
    private readonly entity: DirectoryEntity,
    { fields }: Pick<ImportPlan, 'fields'>,
    private readonly gunzip: ByteMapper,
  ) {
    this.#fields = [...new Set([...ownFields(fields).map(({ name }) => name), EXTERNAL_ID])];
  }

  want({ named }: Pick<Written, 'named'>): void {
    const key = keyOf(named);
    if (key !== null) this.#wanted.add(key);
  }

  /** @param progress hears how much has been read, from 0 to 1 */
  async read(ask: AskRecords, progress: (fraction: number) => void): Promise<void> {
    let from: ListCursor | null = null;
    do {
      const page: ResponseOf<'directory.records'> = await ask({
        entity: this.entity,
        fields: [...this.#fields],
        from,
      });
      for (const packed of page.packed)
        for (const record of parsePart(await decodePart([packed], this.gunzip))) this.#take(record);
      this.asOf = page.asOf;
      this.#isWhole = page.isWhole;
      this.#hasValues = page.hasValues;
      progress(page.read / Math.max(1, page.of));
      from = page.next;
    } while (from !== null);
  }

  #take(record: DirectoryRecord): void {
    if (this.entity === 'customer' && record.email === null) this.#hidesEmails = true;
    const keys = keysOf(this.entity, record).filter((key) => this.#wanted.has(key));
    if (keys.length === 0) return;
    const known = this.#known(record);
    for (const key of keys) this.#found.set(key, this.#found.has(key) ? 'several' : known);
  }

  #known({ id, name, email, readAt, values, organizations, entitlements }: DirectoryRecord): Known {
    const held = new Map(values);
    const joined = [
      ...organizations.map((one) => this.#join(`organization ${one.id}`)),
      ...entitlements.map(({ product }) => this.#join(`product ${product.id}`)),
    ];
    return {
      ...{ id, name, email, joined, isRead: readAt > 0 },
      values: this.#fields.map((field) => held.get(field) ?? nothing),
    };
  }

  /** The same text for all that are joined with the same. */
  #join(text: string): string {
    const known = this.#joins.get(text);
    if (known === undefined) this.#joins.set(text, text);
    return known ?? text;
  }

  /** What is known of what a row is about, as the site would show it; `unread` where nobody can be sure. */
  show({ named, changes, joins }: Written): ShownEntity | 'unread' {
    const known = this.#found.get(keyOf(named) ?? '');
    if (known === undefined) return this.#isSurelyNew(named) ? null : 'unread';
    if (known === 'several' || !known.isRead) return 'unread';
    if (changes.length > 0 && !this.#hasValues) return 'unread';
    // Of an organization, the directory keeps how many customers it has, and not who they are.
    if (joins.some((join) => join.startsWith('customer '))) return 'unread';
    const { id, name, email, values, joined } = known;
    return {
      ...{ id, name },
      ...(email !== null && { email }),
      values: changes.map(({ field }): [string, string[]] => [field, [...(values[this.#fields.indexOf(field)] ?? [])]]),
      joined: joins.flatMap((join, at) => (joined.includes(join) ? [at] : [])),
    };
  }

  #isSurelyNew({ id, email, externalId, name }: Named): boolean {
    if (!this.#isWhole) return false;
    if (externalId !== undefined) return this.#hasValues && email === undefined;
    if (id !== undefined || name !== undefined) return true;
    return email !== undefined && !this.#hidesEmails;
  }
}

/** By what a row is found, in the order in which the site goes by them; null for one that says nothing of the kind. */
function keyOf({ id, email, externalId, name }: Named): string | null {
  if (externalId !== undefined) return `external ${externalId.trim()}`;
  if (id !== undefined) return `id ${id}`;
  if (email !== undefined) return `email ${fold(email)}`;
  return name === undefined ? null : `name ${fold(name)}`;
}

/** By what a record can be named. */
function keysOf(entity: DirectoryEntity, { id, name, email, values }: DirectoryRecord): string[] {
  if (entity === 'organization') return [`id ${id}`, `name ${fold(name)}`];
  const externalIds = values.flatMap(([field, held]) => (fold(field) === fold(EXTERNAL_ID) ? held : []));
  return [
    `id ${id}`,
    ...(email === null ? [] : [`email ${fold(email)}`]),
    ...externalIds.map((one) => `external ${one.trim()}`),
  ];
}
