import { DIRECTORY_PAGE, type DirectoryRecord, MAX_SORTED_PAGE } from '../../contract/directory';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { gatherPage } from '../../domain/directory/page';
import { isByName } from '../../domain/directory/sort';
import { farPlaces } from './far-page';
import { PARTS_PER_CALL, type Shown, openDirectory } from './shown';

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
  if (!isWhole && !isByName(query.sort) && page > MAX_SORTED_PAGE) return farPlaces(shown, request);
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
