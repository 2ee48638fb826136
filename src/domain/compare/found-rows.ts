import type { Comparison } from '../../contract/file-frame';
import type { ImportPlan } from '../../contract/imports';
import { CUSTOMER_TARGETS } from '../kinds/identities/customer';
import type { ComparedRow, RowToCompare } from './compare-row';

/** Rows that are listed with what changes, and of those that will fail. */
const LISTED = 100;

/** What the rows of a file would do, and which of them need not be sent. */
export interface ComparedFile {
  comparison: Comparison;
  unchanged: ReadonlySet<number>;
  /** Why rows will fail, by their numbers. */
  failing: ReadonlyMap<number, string>;
}

/** What a row would do; `unread` where what was read of the site doesn't tell. */
export type FoundRow = ComparedRow | { is: 'unread' };

/** What earlier rows change, where rows can name one thing in several ways, which no check of the file can tell. */
export class ChangedBefore {
  readonly #ids = new Set<string>();
  /** In which ways rows name what they are about of which nobody knows what that is. */
  readonly #ways = new Set<string>();
  readonly #canBe: boolean;

  constructor({ columns }: Pick<ImportPlan, 'columns'>) {
    this.#canBe = columns.filter(({ target }) => naming.includes(target.to)).length > 1;
  }

  /** What a row does once those before it are sent: what the site holds by now is no longer there then. */
  asSent({ written }: RowToCompare, compared: FoundRow): FoundRow {
    if (!this.#canBe) return compared;
    const way = wayOf(written);
    if (compared.is === 'changed') this.#ids.add(compared.id);
    if (compared.is === 'unread') this.#ways.add(way);
    if (compared.is !== 'unchanged') return compared;
    if (this.#ids.has(compared.id)) return { is: 'unknown' };
    // Rows that name one thing in the same way are known to the check of the file.
    return [...this.#ways].some((other) => other !== way) ? { is: 'unread' } : compared;
  }
}

/** In which way a row names what it is about. */
function wayOf(written: RowToCompare['written']): string {
  const { id, email, externalId } = written?.named ?? {};
  if (externalId !== undefined) return 'External ID';
  if (id !== undefined) return 'ID';
  return email === undefined ? 'name' : 'email';
}

/** Where columns go that name what a row is about. */
const naming: readonly string[] = [...CUSTOMER_TARGETS, 'name', 'organizationId'];

/** Counts what rows would do, and lists the first of them. */
export class FoundRows implements ComparedFile {
  readonly unchanged = new Set<number>();
  readonly failing = new Map<number, string>();
  readonly comparison: Comparison = {
    new: 0,
    changed: 0,
    unchanged: 0,
    failing: 0,
    unknown: 0,
    unread: 0,
    joinedUnchanged: 0,
    joinedFailing: 0,
    changedRows: [],
    failingRows: [],
  };

  /** `joinedTo`: how many later rows are imported with a row. */
  constructor(private readonly joinedTo: (row: number) => number) {}

  add({ row, written }: RowToCompare, compared: FoundRow): void {
    const { comparison } = this;
    comparison[compared.is] += 1;
    if (compared.is === 'unchanged') comparison.joinedUnchanged += this.joinedTo(row);
    if (compared.is === 'failing') comparison.joinedFailing += this.joinedTo(row);
    const label = written?.named.externalId ?? written?.named.email ?? written?.named.name ?? written?.named.id ?? '';
    if (compared.is === 'unchanged') this.unchanged.add(row);
    if (compared.is === 'changed' && comparison.changedRows.length < LISTED)
      comparison.changedRows.push({ row, label, differences: compared.differences });
    if (compared.is !== 'failing') return;
    this.failing.set(row, compared.message);
    if (comparison.failingRows.length < LISTED) comparison.failingRows.push({ row, label, message: compared.message });
  }
}
