import {
  DIRECTORY_PAGE,
  type DirectoryEntity,
  type DirectoryRecord,
  type ListCursor,
  MAX_SORTED_PAGE,
} from '../../contract/directory';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { type Merged, mergeChanges } from '../../domain/directory/overlay';
import { gatherPage } from '../../domain/directory/page';
import { isByName } from '../../domain/directory/sort';
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
  /** The detail field by which it knows when an entitlement ends; null where it keeps none. */
  endField: string | null;
  /** The other detail fields in which entitlements hold something; none where it keeps none. */
  heldFields: readonly string[];
  merged: Merged;
  /** Goes through the records of some parts, a part at a time. */
  read(from: number, to: number, take: (records: DirectoryRecord[], part: number) => void): Promise<void>;
}

const renewed = (): JobRefusal =>
  new JobRefusal('CONFLICT', 'The directory was renewed while you read it.', 'Load the list again.');

/** Null while nothing is kept. @throws JobRefusal CONFLICT where `from` is a place in one that has been renewed or emptied since */
export async function openDirectory(entity: DirectoryEntity, from: ListCursor | null): Promise<Shown | null> {
  const { kept } = (await readHead()).value;
  if (from !== null && from.generation !== kept?.generation) throw renewed();
  if (kept === null) return null;
  const parts = unpackIndex(kept.index)[entity];
  const changes = (await readChanges(kept.generation)).value.filter((change) => change.entity === entity);
  const merged = mergeChanges(parts, changes);
  return {
    generation: kept.generation,
    endField: kept.hasValues ? kept.endField : null,
    heldFields: kept.heldFields ?? [],
    merged,
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

/** One page of a list. @see directory.list of the contract */
export async function listPage(request: RequestOf<'directory.list'>): Promise<ResponseOf<'directory.list'>> {
  const { entity, query, today, page, from } = request;
  const shown = await openDirectory(entity, from);
  if (shown === null) return { rows: [], matched: 0, read: 0, of: 0, next: null };
  const { counts } = shown.merged;
  if (query.filters.length === 0 && isByName(query.sort)) return plainPage(shown, page);
  const first = from?.part ?? 0;
  const to = Math.min(counts.length, first + PARTS_PER_CALL);
  const isWhole = first === 0 && to === counts.length;
  if (!isWhole && !isByName(query.sort) && page > MAX_SORTED_PAGE)
    throw new JobRefusal(
      'INVALID',
      'A list this long can only be sorted to its 40th page.',
      'Filter it, or sort it by name.',
    );
  const gatherer = gatherPage(query, today, page, from?.matched ?? 0, isWhole);
  await shown.read(first, to, (records) => gatherer.take(records));
  const matched = gatherer.matched();
  return {
    rows: gatherer.rows(),
    matched,
    read: to,
    of: counts.length,
    next: to < counts.length ? { generation: shown.generation, part: to, matched } : null,
  };
}

/** A page of all records in the order of names: the one or two parts that hold it are read, and no other. */
async function plainPage(shown: Shown, page: number): Promise<ResponseOf<'directory.list'>> {
  const { counts } = shown.merged;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const [start, end] = [page * DIRECTORY_PAGE, Math.min(total, (page + 1) * DIRECTORY_PAGE)];
  const rows: DirectoryRecord[] = [];
  let before = 0;
  for (const [part, count] of counts.entries()) {
    const offset = before;
    before += count;
    if (offset >= end || before <= start) continue;
    await shown.read(part, part + 1, (records) =>
      rows.push(...records.slice(Math.max(0, start - offset), end - offset)),
    );
  }
  return { rows, matched: total, read: counts.length, of: counts.length, next: null };
}
