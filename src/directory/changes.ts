import type { DirectoryEntity, DirectoryRecord } from '../contract/directory';
import type { CsmClient } from '../csm/client';
import { type Change, partAt } from '../domain/directory/overlay';
import { nameKeyOf } from '../domain/directory/sort';
import type { Kept } from '../domain/directory/state';
import type { Clock } from '../platform/clock';
import { ConflictError, commit } from '../platform/records';
import { forgetInReport } from './report/report';
import { isUnderWay } from './scan/control';
import { readProfiles } from './scan/profiles';
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
}

/**
 * Tells the directory what an entity is like now: it is read once more, and shown so until the site is read anew. While
 * nothing is kept, a reading under way is told that it lacks something.
 */
export async function noteTouched(touched: Touched, csm: CsmClient, clock: Clock): Promise<void> {
  const { kept } = (await readHead()).value;
  if (kept === null) return noteUntold(clock);
  const { entity, id } = touched;
  const at = clock.now();
  const record = touched.isGone === true ? null : await readOne(csm, entity, id, kept, at);
  await untilAlone(async () => {
    const changes = await changesBeside(kept.generation);
    const others = changes.value.filter((change) => change.entity !== entity || change.id !== id);
    const before = changes.value.find((change) => change.entity === entity && change.id === id);
    const name = record?.name ?? touched.was ?? before?.name ?? '';
    const was = before === undefined ? await partOf(kept, entity, id, [touched.was, record?.name]) : before.was;
    const change: Change = { entity, id, name, at, record, was };
    const all = newestThatFit([...others.slice(1 - MAX_CHANGES), change]);
    const untoldAt = all.length <= others.length ? at : changes.untoldAt;
    await commit([changesChange(kept.generation, all, { ...changes, untoldAt })]);
  });
  if (record === null && entity === 'customer') await forgetInReport(kept.generation, new Set([id]));
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

/** Null where the site does not have it any more. */
async function readOne(
  csm: CsmClient,
  entity: DirectoryEntity,
  id: string,
  { hasValues, endField }: Kept,
  now: number,
): Promise<DirectoryRecord | null> {
  const { records } = await readProfiles(csm, entity, [id], { hasValues, endField }, now);
  return records[0] ?? null;
}

/** The part that holds an entity under one of the names it may have there; null where it is in none of these. */
async function partOf(
  kept: Kept,
  entity: DirectoryEntity,
  id: string,
  names: readonly (string | undefined)[],
): Promise<number | null> {
  const parts = unpackIndex(kept.index)[entity];
  if (parts.length === 0) return null;
  for (const name of new Set(names)) {
    if (name === undefined) continue;
    const part = partAt(parts, nameKeyOf({ id, name }));
    const [records = []] = await readParts(kept.generation, entity, part, 1);
    if (records.some((one) => one.id === id)) return part;
  }
  return null;
}
