import { type DirectoryEntity, type DirectoryRecord, directoryEntities } from '../contract/directory';
import type { CsmClient } from '../csm/client';
import { ownCount } from '../domain/directory/entitlement-list';
import { type Change, partAt } from '../domain/directory/overlay';
import { nameKeyOf } from '../domain/directory/sort';
import type { Kept } from '../domain/directory/state';
import type { Clock } from '../platform/clock';
import { ConflictError, commit } from '../platform/records';
import { forgetInReport } from './report/report';
import { isUnderWay } from './scan/control';
import { PROFILES_PER_FETCH, readProfiles } from './scan/profiles';
import { keys } from './store/keys';
import { readParts } from './store/parts';
import {
  type Changes,
  changesChange,
  packChanges,
  readChanges,
  readHead,
  readScan,
  unpackIndex,
  untilAlone,
} from './store/state';

/** Changes that are told beside the parts; with one more, the oldest is untold until the next reading. */
const MAX_CHANGES = 300;

/** Characters of all changes, packed: under the 240 KiB of a value. Forge, key-value store limits. */
const MAX_CHANGES_CHARS = 200_000;

/** An entity that the app has just changed, or opened. */
export interface Touched {
  entity: DirectoryEntity;
  id: string;
  /** What it was called before, where it was renamed or deleted: by that it is found among the others. */
  was?: string;
  isGone?: boolean;
  /** It was opened alone: where it can't be read, it's kept as it was known. */
  isOnlySeen?: boolean;
}

/**
 * Tells the directory what some entities are like now: they are read once more, and shown so until the site is read anew. While
 * nothing is kept, a reading under way is told that it lacks something; so is the directory where one can't be read.
 */
export async function noteTouched(touched: readonly Touched[], csm: CsmClient, clock: Clock): Promise<void> {
  const { kept } = (await readHead()).value;
  if (kept === null) return noteUntold(clock);
  const at = clock.now();
  const now = await readAgain(csm, touched, kept, at);
  const told = touched.flatMap((one) => {
    const record = one.isGone === true ? null : now.get(keyOf(one));
    return record === undefined ? [] : [{ ...one, record }];
  });
  const keysTold = new Set(told.map(keyOf));
  const isKnown = touched.every((one) => one.isOnlySeen === true || keysTold.has(keyOf(one)));
  const place = placing(kept);
  await untilAlone(async () => {
    const changes = await changesBeside(kept.generation);
    const others = changes.value.filter((change) => !keysTold.has(keyOf(change)));
    const own: Change[] = [];
    for (const one of told) {
      const before = changes.value.find((change) => keyOf(change) === keyOf(one));
      // What was read later is newer, even where it was told first.
      own.push(before !== undefined && before.at > at ? before : await changeOf(one, before, place, at));
    }
    const all = newestThatFit([...others, ...own].slice(-MAX_CHANGES));
    const isAll = isKnown && all.length === others.length + own.length;
    await commit([changesChange(kept.generation, all, { ...changes, untoldAt: isAll ? changes.untoldAt : at })]);
  });
  const gone = told.flatMap(({ entity, id, record }) => (entity === 'customer' && record === null ? [id] : []));
  if (gone.length > 0) await forgetInReport(kept.generation, new Set(gone));
}

const keyOf = ({ entity, id }: Pick<Touched, 'entity' | 'id'>): string => `${entity} ${id}`;

async function changeOf(
  { entity, id, was: calledBefore, record }: Touched & { record: DirectoryRecord | null },
  before: Change | undefined,
  place: Placing,
  at: number,
): Promise<Change> {
  const name = record?.name ?? calledBefore ?? before?.name ?? '';
  const there = before ?? (await place(entity, id, [calledBefore, record?.name]));
  const { was, entitlementsThere } = there;
  return { entity, id, name, at, record, was, entitlementsThere };
}

/** Tells the directory that the app has changed something that can't be told beside it: it isn't known until the next reading. */
export const noteUntold = (clock: Clock): Promise<void> =>
  untilAlone(async () => {
    const { kept } = (await readHead()).value;
    if (kept === null && !isUnderWay((await readScan()).value)) return;
    const generation = kept?.generation ?? '';
    const changes = await changesBeside(generation);
    await commit([changesChange(generation, changes.value, { ...changes, untoldAt: clock.now() })]);
  });

/**
 * The changes beside what is kept. Written over those of a generation that is kept by now, they would hide these.
 * @throws ConflictError where that generation isn't the one that is kept any more
 */
async function changesBeside(generation: string): Promise<Changes> {
  const changes = await readChanges(generation);
  const { kept } = (await readHead()).value;
  if ((kept?.generation ?? '') !== generation) throw new ConflictError(keys.head);
  return changes;
}

/** As many of the newest changes as one record of the store takes. */
function newestThatFit(changes: readonly Change[]): readonly Change[] {
  return changes.length <= 1 || packChanges(changes).length <= MAX_CHANGES_CHARS
    ? changes
    : newestThatFit(changes.slice(Math.ceil(changes.length / 4)));
}

/** What entities are like now, null where the site does not have one any more; without those that it refuses to show. */
async function readAgain(
  csm: CsmClient,
  touched: readonly Touched[],
  { hasValues, endField }: Kept,
  now: number,
): Promise<Map<string, DirectoryRecord | null>> {
  const all = new Map<string, DirectoryRecord | null>();
  for (const entity of directoryEntities) {
    const ids = touched.flatMap((one) => (one.entity === entity && one.isGone !== true ? [one.id] : []));
    for (let from = 0; from < ids.length; from += PROFILES_PER_FETCH) {
      const some = ids.slice(from, from + PROFILES_PER_FETCH);
      const { records, unread } = await readProfiles(csm, entity, some, { hasValues, endField }, now);
      for (const id of some) all.set(keyOf({ entity, id }), null);
      for (const record of records) all.set(keyOf({ entity, id: record.id }), record);
      for (const { id } of unread) all.delete(keyOf({ entity, id }));
    }
  }
  return all;
}

/** Where an entity is kept, and with how much. */
type Place = Pick<Change, 'was' | 'entitlementsThere'>;

/** Tells the part that holds an entity under one of the names it may have there; null where it is in none of these. */
type Placing = (entity: DirectoryEntity, id: string, names: readonly (string | undefined)[]) => Promise<Place>;

const nowhere: Place = { was: null, entitlementsThere: 0 };

/** Reads each part once. */
function placing({ generation, index }: Kept): Placing {
  const parts = unpackIndex(index);
  const read = new Map<string, Promise<DirectoryRecord[][]>>();
  const recordsOf = async (entity: DirectoryEntity, part: number): Promise<readonly DirectoryRecord[]> => {
    const key = `${entity} ${part}`;
    const reading = read.get(key) ?? readParts(generation, entity, part, 1);
    read.set(key, reading);
    return (await reading)[0] ?? [];
  };
  return async (entity, id, names) => {
    if (parts[entity].length === 0) return nowhere;
    for (const name of new Set(names)) {
      if (name === undefined) continue;
      const part = partAt(parts[entity], nameKeyOf({ id, name }));
      const there = (await recordsOf(entity, part)).filter((one) => one.id === id);
      if (there.length > 0) return { was: part, entitlementsThere: ownCount(there) };
    }
    return nowhere;
  };
}
