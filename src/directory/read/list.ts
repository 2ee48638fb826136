import { DIRECTORY_PAGE, type DirectoryRecord, MAX_SORTED_PAGE } from '../../contract/directory';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { gatherPage } from '../../domain/directory/page';
import { isByName } from '../../domain/directory/sort';
import { farPlaces } from './far-page';
import { openList } from './listed';
import { PARTS_PER_CALL, type Shown } from './shown';

/** One page of a list. @see directory.list of the contract */
export async function listPage(request: RequestOf<'directory.list'>): Promise<ResponseOf<'directory.list'>> {
  const { entity, query, today, page, from } = request;
  const shown = await openList(entity, query.filters, from);
  if (shown === null) return { rows: [], matched: 0, read: 0, of: 0, next: null };
  const { parts, counts } = shown;
  const hasAll = query.filters.every(({ by }) => entity === 'entitlement' && by === 'holder');
  if (hasAll && isByName(query.sort) && counts !== null) return plainPage(shown, counts, page);
  const first = from?.part ?? 0;
  const to = Math.min(parts, first + PARTS_PER_CALL);
  const isWhole = first === 0 && to === parts;
  if (!isWhole && !isByName(query.sort) && page > MAX_SORTED_PAGE) return farPlaces(shown, request);
  const gatherer = gatherPage(query, today, page, from?.matched ?? 0, isWhole);
  await shown.read(first, to, (records) => gatherer.take(records));
  const matched = gatherer.matched();
  return {
    rows: gatherer.rows(),
    matched,
    read: to,
    of: parts,
    next: to < parts ? { generation: shown.generation, part: to, matched } : null,
  };
}

/** A page of all rows in the order of names: the one or two parts that hold it are read, and no other. */
async function plainPage(shown: Shown, counts: readonly number[], page: number): Promise<ResponseOf<'directory.list'>> {
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
