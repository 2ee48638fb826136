import type { DirectoryEntity, DirectoryRecord, ListCursor } from '../../contract/directory';
import { type Change, mergeChanges } from '../../domain/directory/overlay';
import type { DirectoryIndex, Kept } from '../../domain/directory/state';
import { JobRefusal } from '../../jobs/store/refusal';
import { GoneError } from '../store/packed';
import { readParts } from '../store/parts';
import { readChanges, readHead, unpackIndex } from '../store/state';

/** Parts that one call reads: 60,000 records in a second or two, well within the run time of a resolver. */
export const PARTS_PER_CALL = 60;
/** Parts that are held at once: with long values, they take some tens of megabytes. */
const PARTS_AT_ONCE = 16;

/** The directory as it is now: its parts, with what has changed since they were read. */
export interface Shown {
  generation: string;
  /** The reading that it comes from. */
  reading: Kept;
  /** The detail field by which it knows when an entitlement ends; null where it keeps none. */
  endField: string | null;
  /** The other detail fields in which entitlements hold something; none where it keeps none. */
  heldFields: readonly string[];
  parts: number;
  /** How many rows each part has; null where that isn't known without reading them. */
  counts: readonly number[] | null;
  /** How many entitlements the records of each part hold themselves; null as before. */
  entitlements: readonly number[] | null;
  /** Goes through the records of some parts, a part at a time. */
  read(from: number, to: number, take: (records: DirectoryRecord[], part: number) => void): Promise<void>;
}

const renewed = (): JobRefusal =>
  new JobRefusal('CONFLICT', 'The directory was renewed while you read it.', 'Load the list again.');

/** What is kept with what has changed since, of both entities. */
export interface OpenedDirectory {
  kept: Kept;
  index: DirectoryIndex;
  changes: readonly Change[];
}

/** Null while nothing is kept. @throws JobRefusal CONFLICT where `from` is a place in one that has been renewed or emptied since */
export async function openKept(from: ListCursor | null): Promise<OpenedDirectory | null> {
  const { kept } = (await readHead()).value;
  if (from !== null && from.generation !== kept?.generation) throw renewed();
  if (kept === null) return null;
  return { kept, index: unpackIndex(kept.index), changes: (await readChanges(kept.generation)).value };
}

/** Null while nothing is kept. @throws as `openKept` */
export async function openDirectory(entity: DirectoryEntity, from: ListCursor | null): Promise<Shown | null> {
  const opened = await openKept(from);
  return opened && shownOf(opened, entity);
}

/** The customers, or the organizations, of a directory that was opened. */
export function shownOf({ kept, index, changes }: OpenedDirectory, entity: DirectoryEntity): Shown {
  const parts = index[entity];
  const merged = mergeChanges(
    parts,
    changes.filter((change) => change.entity === entity),
  );
  return {
    generation: kept.generation,
    reading: kept,
    endField: kept.hasValues ? kept.endField : null,
    heldFields: kept.heldFields ?? [],
    parts: merged.counts.length,
    counts: merged.counts,
    entitlements: merged.entitlements,
    async read(first, to, take) {
      for (let at = first; at < to; at += PARTS_AT_ONCE) {
        const count = Math.min(PARTS_AT_ONCE, to - at);
        const stored = parts.length === 0 ? [[]] : await partsOrRenewed(kept.generation, entity, at, count);
        for (const [index, records] of stored.entries()) take(merged.part(at + index, records), at + index);
      }
    },
  };
}

/** A generation can be deleted between the look at the head and the look at its parts. */
async function partsOrRenewed(generation: string, entity: DirectoryEntity, from: number, count: number) {
  try {
    return await readParts(generation, entity, from, count);
  } catch (error) {
    throw error instanceof GoneError ? renewed() : error;
  }
}
