import type { DirectoryEntity, DirectoryFilter, ListCursor, ListedEntity } from '../../contract/directory';
import { entitlementsOf, holdersOf } from '../../domain/directory/entitlement-list';
import { type Shown, openDirectory, openKept, shownOf } from './shown';

/** What a list is of, in the order of names; null while nothing is kept. @throws as `openKept` */
export async function openList(
  entity: ListedEntity,
  filters: readonly DirectoryFilter[],
  from: ListCursor | null,
): Promise<Shown | null> {
  if (entity !== 'entitlement') return openDirectory(entity, from);
  const opened = await openKept(from);
  if (opened === null) return null;
  const holders = holdersOf(filters).map((heldBy) => entitlementsIn(shownOf(opened, heldBy), heldBy));
  return oneAfterTheOther(shownOf(opened, 'customer'), holders);
}

/** The entitlements that records hold themselves, in the place of the records. */
const entitlementsIn = (holders: Shown, heldBy: DirectoryEntity): Shown => ({
  ...holders,
  counts: holders.entitlements,
  read: (from, to, take) =>
    holders.read(from, to, (records, part) =>
      take(
        records.flatMap((record) => entitlementsOf(record, heldBy, holders.endField)),
        part,
      ),
    ),
});

/** Several lists as one: the parts of each follow those of the one before. */
function oneAfterTheOther(of: Shown, lists: readonly Shown[]): Shown {
  return {
    ...of,
    parts: lists.reduce((sum, { parts }) => sum + parts, 0),
    counts: lists.some(({ counts }) => counts === null) ? null : lists.flatMap(({ counts }) => counts ?? []),
    async read(from, to, take) {
      let before = 0;
      for (const list of lists) {
        const [first, last] = [Math.max(0, from - before), Math.min(list.parts, to - before)];
        const offset = before;
        if (first < last) await list.read(first, last, (records, part) => take(records, part + offset));
        before += list.parts;
      }
    },
  };
}
