import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import { fold } from '../fold';

/** Rows of jobs that a reading catches up with; for more, and for more than half of what is kept, it reads everything. */
const MAX_CAUGHT_UP = 50_000;
/**
 * Customers of a directory that is caught up with: of a million, the lists that are read at every step take what the store gives
 * out in a minute, and catching up didn't come to its end.
 */
export const MAX_CUSTOMERS_KEPT = 100_000;

/** Whether reading what so many rows name takes less than reading all that is kept. */
export const isWorthCatchingUp = (rows: number, kept: { customers: number; organizations: number }): boolean =>
  kept.customers <= MAX_CUSTOMERS_KEPT && rows <= Math.min(MAX_CAUGHT_UP, (kept.customers + kept.organizations) / 2);

/** What jobs have named: ids, email addresses and names, folded. */
export interface Changed {
  own: ReadonlySet<string>;
  /** Organizations whose customers may show a change as well. */
  reaching: ReadonlySet<string>;
  /** Somebody was named by an email address: it can be whoever shows none. */
  namesByEmail: boolean;
}

/**
 * Whether a record of an earlier reading is still what the site shows, as far as jobs have changed it. One whose profile
 * was refused is asked for again.
 */
export function isAsItWas(
  entity: DirectoryEntity,
  record: DirectoryRecord,
  { own, reaching, namesByEmail }: Changed,
): boolean {
  const { id, name, email, organizations, readAt } = record;
  if (readAt === 0 || own.has(fold(id))) return false;
  if (entity === 'organization') return !own.has(fold(name));
  if (email === null ? namesByEmail : own.has(fold(email))) return false;
  return !organizations.some((one) => reaching.has(fold(one.id)) || reaching.has(fold(one.name)));
}
