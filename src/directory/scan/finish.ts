import { type DirectoryRecord, directoryEntities } from '../../contract/directory';
import type { HistoryEntry } from '../../contract/directory-report';
import { type Change, partAt } from '../../domain/directory/overlay';
import { ownCount } from '../../domain/directory/entitlement-list';
import { nameKeyOf } from '../../domain/directory/sort';
import { fold } from '../../domain/fold';
import type { DirectoryIndex, Kept, Scan } from '../../domain/directory/state';
import type { RecordChange } from '../../platform/records';
import { deleteValues, keysUnder } from '../../platform/values';
import { generationOf, keys } from '../store/keys';
import { GoneError } from '../store/packed';
import { readParts } from '../store/parts';
import { changesChange, headChange, packIndex, readChanges, readHead, unpackIndex } from '../store/state';
import { dayOfScan } from '../report/count';
import { readFields } from '../report/fields';
import { historyChange } from '../report/report';
import { goTo } from './phase';
import { readAllIds } from './stage';

/** What was written lately is not found to be deleted: queries of the store are eventually consistent. */
export const CLEAN_AFTER_MS = 60_000;

/** What a step commits beside the scan. */
export interface Finished {
  scan: Scan;
  also: RecordChange[];
}

/**
 * Puts the new generation in the place of the old one, in one commit. What was changed since the reading began stays
 * told beside it: it may have been read before the change.
 */
export async function finish(scan: Scan, now: number): Promise<Finished> {
  const head = await readHead();
  const changes = await readChanges(head.value.kept?.generation ?? '');
  const later = await notRead(scan, changes.value);
  // One that catches up has begun while nothing was untold: what is by now was told later, however long before it was changed.
  const untoldAt = scan.catchUp !== null || changes.untoldAt >= scan.startedAt ? changes.untoldAt : 0;
  const kept: Kept = {
    generation: scan.generation,
    startedAt: scan.startedAt,
    endedAt: now,
    whole: scan.catchUp?.whole ?? null,
    by: scan.startedBy,
    actsAs: scan.actsAs,
    hasValues: scan.keepsValues,
    endField: scan.keepsValues ? scan.endField : null,
    heldFields: scan.keepsValues ? scan.heldFields : null,
    gaps: scan.gaps,
    customers: countOf(scan.parts.customer),
    organizations: countOf(scan.parts.organization),
    index: packIndex(scan.parts),
  };
  return {
    scan: goTo(scan, 'clean'),
    also: [
      headChange({ ...head.value, kept }, head.revision),
      await historyChange({
        day: dayOfScan(scan),
        customers: kept.customers,
        organizations: kept.organizations,
        slots: await slotsOf(scan),
      }),
      changesChange(scan.generation, await placed(scan, later), { ...changes, untoldAt }),
    ],
  };
}

/**
 * The changes that the reading may lack: those since it began, and, where it has only caught up, those told after it had looked
 * for what was changed, however long before they were made.
 */
async function notRead(scan: Scan, changes: readonly Change[]): Promise<Change[]> {
  const read = scan.catchUp === null ? null : await readAllIds(scan, 'touched');
  return changes.filter(({ at, id }) => at >= scan.startedAt || read?.has(fold(id)) === false);
}

/** The detail fields in use; null where the site did not tell of all, or the reading began before it was asked. */
async function slotsOf(scan: Scan): Promise<HistoryEntry['slots']> {
  const fields = await readFields(scan).catch((error: unknown) => {
    if (error instanceof GoneError) return null;
    throw error;
  });
  if (fields === null) return null;
  const { customer, organization, entitlement } = fields;
  if (customer === null || organization === null || entitlement === null) return null;
  return { customer: customer.length, organization: organization.length, entitlement: entitlement.length };
}

const countOf = (parts: DirectoryIndex['customer']): number => parts.reduce((sum, { count }) => sum + count, 0);

/** Changes with the part of the new generation that each of them is in, as far as their names tell. */
async function placed(scan: Scan, changes: readonly Change[]): Promise<Change[]> {
  const read = new Map<string, DirectoryRecord[]>();
  const result: Change[] = [];
  for (const change of changes) {
    const parts = scan.parts[change.entity];
    const part = partAt(parts, nameKeyOf(change));
    const key = `${change.entity} ${part}`;
    const records =
      read.get(key) ??
      (parts.length === 0 ? [] : ((await readParts(scan.generation, change.entity, part, 1))[0] ?? []));
    read.set(key, records);
    const there = records.filter(({ id }) => id === change.id);
    result.push({ ...change, was: there.length > 0 ? part : null, entitlementsThere: ownCount(there) });
  }
  return result;
}

/** Deletes the values of all generations but these, until `deadline`. False where that came before the end. */
export async function deleteOthers(keep: readonly string[], now: () => number, deadline: number): Promise<boolean> {
  let some: string[] = [];
  for await (const key of keysUnder(keys.data)) {
    if (keep.includes(generationOf(key))) continue;
    some.push(key);
    if (some.length < 25) continue;
    await deleteValues(some);
    some = [];
    if (now() > deadline) return false;
  }
  await deleteValues(some);
  return true;
}

/** Deletes what a reading has put aside on its way, and the generation before. */
export async function clean(scan: Scan, now: () => number, deadline: number): Promise<Scan> {
  const { kept } = (await readHead()).value;
  const isDone = await deleteStages(kept?.generation ?? null, now, deadline);
  const others = kept === null ? [] : [kept.generation];
  if (!isDone || !(await deleteOthers(others, now, deadline))) return scan;
  return { ...scan, state: 'idle', parts: { customer: [], organization: [] }, message: null, trouble: null };
}

async function deleteStages(generation: string | null, now: () => number, deadline: number): Promise<boolean> {
  if (generation === null) return true;
  const some: string[] = [];
  for await (const key of keysUnder(`${keys.generation(generation)}stage-`)) some.push(key);
  for (let from = 0; from < some.length; from += 25) {
    await deleteValues(some.slice(from, from + 25));
    if (now() > deadline) return false;
  }
  return true;
}

/** Deletes the parts of a generation, which are known by their numbers. */
export async function deleteParts({ generation, index }: Kept): Promise<void> {
  const parts = unpackIndex(index);
  const all = directoryEntities.flatMap((entity) =>
    parts[entity].map((_, part) => keys.part(generation, entity, part)),
  );
  await deleteValues([...all, keys.report(generation)]);
}
