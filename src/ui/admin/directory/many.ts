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

/**
 * Makes a job of an action on a selection, and answers with its id: who is meant is fixed first, then the job is made and
 * started, each in as many calls as that takes.
 */
export async function actOn(
  entity: DirectoryEntity,
  { ids, isAll }: Selection,
  { filters, sort }: DirectoryQuery,
  action: DirectoryAction,
  typed: string | null,
): Promise<string> {
  const who: Chosen = isAll ? { by: 'query', query: { filters, sort } } : { by: 'ids', ids: [...ids] };
  const today = dayOf(Date.now());
  let choice: string | null = null;
  let from: ListCursor | null = null;
  do {
    const chosen: ResponseOf<'directory.choose'> = await call('directory.choose', { entity, who, today, choice, from });
    choice = chosen.choice;
    from = chosen.next;
  } while (from !== null);
  for (;;) {
    const { jobId, isStarted } = await call('directory.act', { choice, action, typed });
    if (isStarted) return jobId;
  }
}
