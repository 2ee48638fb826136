import type { Chosen, DirectoryAction, DirectoryEntity, DirectoryQuery, ListCursor } from '../../../contract/directory';
import type { ResponseOf } from '../../../contract/resolvers';
import { dayOf } from '../../../domain/profile/expiry';
import { call } from '../../shared/call';

/** Who is meant: rows that were ticked, or all that a list finds. */
export interface Selection {
  ids: readonly string[];
  isAll: boolean;
}

export const nobody: Selection = { ids: [], isAll: false };

export const countOfSelection = ({ ids, isAll }: Selection, matched: number): number => (isAll ? matched : ids.length);

/** Who is meant, as the server has fixed it: what is confirmed is said of them, and done to them. */
export interface Fixed {
  choice: string;
  rows: number;
}

/** Fixes who is meant by a selection, in as many calls as that takes. */
export async function fix(
  entity: DirectoryEntity,
  { ids, isAll }: Selection,
  { filters, sort }: DirectoryQuery,
): Promise<Fixed> {
  const who: Chosen = isAll ? { by: 'query', query: { filters, sort } } : { by: 'ids', ids: [...ids] };
  const today = dayOf(Date.now());
  let choice: string | null = null;
  let from: ListCursor | null = null;
  for (;;) {
    const chosen: ResponseOf<'directory.choose'> = await call('directory.choose', { entity, who, today, choice, from });
    choice = chosen.choice;
    from = chosen.next;
    if (from === null) return { choice: chosen.choice, rows: chosen.rows };
  }
}

/** Makes a job of an action on those who are meant, and answers with its id, in as many calls as that takes. */
export async function actOn(choice: string, action: DirectoryAction, typed: string | null): Promise<string> {
  for (;;) {
    const { jobId, isStarted } = await call('directory.act', { choice, action, typed });
    if (isStarted) return jobId;
  }
}
