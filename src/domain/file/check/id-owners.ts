import { type ImportSetup, MAX_COMPARED_IDS } from '../../../contract/file-frame';
import { ROWS_PER_SHOWN, type ShownEntity, type ShownRequest } from '../../../contract/imports';
import { CUSTOMER_PROFILES } from '../../kinds/customer-profiles';
import { idAndEmailReader, otherCustomer, problemOfOther } from '../../kinds/identities/id-and-email';
import type { ImportKind } from '../../kinds/kind';
import type { RowProblem } from '../../kinds/problem';

/** Asks the site for what rows name, a list of up to {@link ROWS_PER_SHOWN} for each call, all at once. */
export type ShowRows = (requests: readonly ShownRequest[]) => Promise<(readonly ShownEntity[])[]>;

/** Calls under way at once. */
export const CALLS_AT_ONCE = 4;

/** What the site shows of the customers with IDs, as far as it was asked. */
interface Known {
  emails: Map<string, string | undefined>;
  /** There are IDs that it wasn't asked for. */
  hasMore: boolean;
}

/** Whether the ID and the email address of a row are of one customer. Each ID is asked for once, and so many at the most. */
export class IdOwners {
  readonly #read: ReturnType<typeof idAndEmailReader>;

  /** `show`: none where the ID decides, whatever address is beside it. */
  constructor(
    setup: Pick<ImportSetup, 'columns' | 'fields' | 'options'>,
    private readonly kind: ImportKind,
    private readonly show: ShowRows | undefined,
    private readonly known: Known = { emails: new Map(), hasMore: false },
  ) {
    this.#read = idAndEmailReader(kind, setup);
  }

  /** One for other remedies, that knows what this one has found. */
  with(setup: Pick<ImportSetup, 'columns' | 'fields' | 'options'>): IdOwners {
    return new IdOwners(setup, this.kind, this.show, this.known);
  }

  /** Whether rows were not compared: they have to be looked up before they are sent. */
  get hasMore(): boolean {
    return this.#read !== null && this.known.hasMore;
  }

  /** Asks for the customers of rows that give both. */
  async resolve(rows: readonly (readonly string[])[]): Promise<void> {
    if (this.show === undefined) return;
    const { emails } = this.known;
    const ids = this.#newIds(rows);
    const asked = ids.slice(0, MAX_COMPARED_IDS - emails.size);
    if (asked.length < ids.length) this.known.hasMore = true;
    for (let from = 0; from < asked.length; from += CALLS_AT_ONCE * ROWS_PER_SHOWN)
      await this.#ask(asked.slice(from, from + CALLS_AT_ONCE * ROWS_PER_SHOWN));
  }

  #newIds(rows: readonly (readonly string[])[]): string[] {
    const { emails } = this.known;
    const ids = new Set<string>();
    for (const cells of rows) {
      const both = this.#read?.(cells) ?? null;
      if (both !== null && !emails.has(both.id)) ids.add(both.id);
    }
    return [...ids];
  }

  async #ask(ids: readonly string[]): Promise<void> {
    const lists = inLists(ids);
    const found = await this.show?.(lists.map(requestOf));
    for (const [at, list] of lists.entries())
      for (const [index, id] of list.entries()) {
        const shown = found?.[at]?.[index] ?? null;
        this.known.emails.set(id, shown === null || typeof shown === 'string' ? undefined : shown.email);
      }
  }

  /** What is wrong with a row that means two customers. */
  problemOf(cells: readonly string[]): RowProblem | null {
    const both = this.#read?.(cells) ?? null;
    if (both === null) return null;
    const message = otherCustomer(both, { email: this.known.emails.get(both.id) });
    return message === null ? null : problemOfOther(message);
  }
}

function inLists(ids: readonly string[]): string[][] {
  const lists: string[][] = [];
  for (let from = 0; from < ids.length; from += ROWS_PER_SHOWN) lists.push(ids.slice(from, from + ROWS_PER_SHOWN));
  return lists;
}

const requestOf = (ids: readonly string[]): ShownRequest => ({
  kind: CUSTOMER_PROFILES,
  fields: [],
  rows: ids.map((id) => ({ named: { id }, joins: [] })),
});
