import * as v from 'valibot';
import { type DirectoryRecord, directoryEntities, directoryRecordSchema } from '../../contract/directory';
import { ownCount } from './entitlement-list';
import { type NameKey, compareNames, nameKeyOf } from './sort';

/** What the app has changed, or seen changed, since the directory was read: the record as it is now, or that it is gone. */
export const changeSchema = v.object({
  entity: v.picklist(directoryEntities),
  id: v.string(),
  /** What it is called, or was when it went. */
  name: v.string(),
  at: v.number(),
  record: v.nullable(directoryRecordSchema),
  /** The part that holds what it was before; null where it is in none. */
  was: v.nullable(v.number()),
  /** How many entitlements that record holds itself; versions before this one didn't say. */
  entitlementsThere: v.optional(v.number()),
});
export type Change = v.InferOutput<typeof changeSchema>;

/** A part of the directory, in the order of names: see `partPlaceSchema`. */
export interface PartPlace {
  first: NameKey;
  count: number;
  entitlements?: number | undefined;
}

/** The part in whose range a place in the order of names is; 0 where it is before all of them. */
export function partAt(parts: readonly PartPlace[], key: NameKey): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && compareNames(part.first, key) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The changes by the part in which each is shown now. */
function shownIn(parts: readonly PartPlace[], changes: readonly Change[]): Map<number, DirectoryRecord[]> {
  const shown = new Map<number, DirectoryRecord[]>();
  for (const { record } of changes) {
    if (record === null) continue;
    const part = partAt(parts, nameKeyOf(record));
    shown.set(part, [...(shown.get(part) ?? []), record]);
  }
  return shown;
}

/** The directory with what has changed since: how many records each part has now, and what they are. */
export interface Merged {
  /** Of a directory without parts one: changes can be all there is. */
  counts: readonly number[];
  /** How many entitlements the records of each part hold themselves; null where that isn't known of all. */
  entitlements: readonly number[] | null;
  /** The records of a part as they are now, in the order of names. */
  part(index: number, stored: readonly DirectoryRecord[]): DirectoryRecord[];
}

export function mergeChanges(parts: readonly PartPlace[], changes: readonly Change[]): Merged {
  const shown = shownIn(parts, changes);
  const changed = new Set(changes.map(({ id }) => id));
  const counts = (parts.length === 0 ? [0] : parts.map(({ count }) => count)).map((count, index) => {
    const gone = changes.filter(({ was }) => was === index).length;
    return Math.max(0, count - gone + (shown.get(index)?.length ?? 0));
  });
  return {
    counts,
    entitlements: entitlementCounts(parts, changes, shown),
    part(index, stored) {
      const added = shown.get(index) ?? [];
      if (added.length === 0 && changed.size === 0) return [...stored];
      const rest = stored.filter(({ id }) => !changed.has(id));
      if (added.length === 0) return rest;
      return [...rest, ...added]
        .map((record) => ({ record, key: nameKeyOf(record) }))
        .sort((a, b) => compareNames(a.key, b.key))
        .map(({ record }) => record);
    },
  };
}

function entitlementCounts(
  parts: readonly PartPlace[],
  changes: readonly Change[],
  shown: ReadonlyMap<number, readonly DirectoryRecord[]>,
): number[] | null {
  const counts: number[] = [];
  for (const [index, stored] of (parts.length === 0 ? [0] : parts.map(({ entitlements }) => entitlements)).entries()) {
    if (stored === undefined) return null;
    let count = stored + ownCount(shown.get(index) ?? []);
    for (const { was, entitlementsThere } of changes) {
      if (was !== index) continue;
      if (entitlementsThere === undefined) return null;
      count -= entitlementsThere;
    }
    counts.push(Math.max(0, count));
  }
  return counts;
}
