import type {
  Chosen,
  DirectoryAction,
  DirectoryEntity,
  DirectoryQuery,
  Holding,
  ListCursor,
} from '../../../contract/directory';
import type { ResponseOf } from '../../../contract/resolvers';
import { dayOf } from '../../../domain/profile/expiry';
import { call } from '../../shared/call';

/** Who is meant: rows that were ticked, or all that a list finds. */
export interface Selection {
  ids: readonly string[];
  isAll: boolean;
}

export const nobody: Selection = { ids: [], isAll: false };

/** A selection once some rows are ticked, or aren't any more; `shown` are the rows of the page. */
export function withTicks(
  { ids: before, isAll }: Selection,
  shown: readonly { id: string }[],
  ids: readonly string[],
  isOn: boolean,
): Selection {
  const known = isAll ? shown.map(({ id }) => id) : before;
  const others = known.filter((id) => !ids.includes(id));
  return { ids: isOn ? [...others, ...ids] : others, isAll: false };
}

export const countOfSelection = ({ ids, isAll }: Selection, matched: number): number => (isAll ? matched : ids.length);

/** Who is meant, as the server has fixed it: what is confirmed is said of them, and done to them. */
export interface Fixed {
  choice: string;
  rows: number;
  /** Who they are, where some have several rows. */
  records: number;
  /** Selected as well, and known not to hold what is taken away. */
  leftOut: number;
}

/** Fixes who is meant by a selection, or who of them holds something, in as many calls as that takes. */
export async function fix(
  entity: DirectoryEntity,
  { ids, isAll }: Selection,
  { filters, sort }: DirectoryQuery,
  holding?: Holding,
): Promise<Fixed> {
  const who: Chosen = isAll ? { by: 'query', query: { filters, sort } } : { by: 'ids', ids: [...ids] };
  const today = dayOf(Date.now());
  let choice: string | null = null;
  let from: ListCursor | null = null;
  for (;;) {
    const asked = { entity, who, today, choice, from, ...(holding && { holding }) };
    const chosen: ResponseOf<'directory.choose'> = await call('directory.choose', asked);
    choice = chosen.choice;
    from = chosen.next;
    const { rows, records, leftOut } = chosen;
    if (from === null) return { choice, rows, records, leftOut };
  }
}

/** Makes a job of an action on those who are meant, and answers with its id, in as many calls as that takes. */
export async function actOn(choice: string, action: DirectoryAction, typed: string | null): Promise<string> {
  for (;;) {
    const { jobId, isStarted } = await call('directory.act', { choice, action, typed });
    if (isStarted) return jobId;
  }
}
