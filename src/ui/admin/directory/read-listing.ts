import {
  type ListedEntity,
  type DirectoryQuery,
  type DirectoryRecord,
  type ListCursor,
  MAX_SORTED_PAGE,
} from '../../../contract/directory';
import type { RequestOf, ResolverName, ResponseOf } from '../../../contract/resolvers';
import { type Told, pageOfStretch, stretchOf } from '../../../domain/directory/far-page';
import { mergedPage } from '../../../domain/directory/page';

/** Calls a resolver. */
export type Ask = <N extends ResolverName>(name: N, request: RequestOf<N>) => Promise<ResponseOf<N>>;

/** Which list is read, of which reading of the site. */
export interface Wanted {
  entity: ListedEntity;
  query: DirectoryQuery;
  generation: string;
  today: string;
}

export interface ListedPage {
  rows: readonly DirectoryRecord[];
  matched: number;
}

/** What the calls for a page far behind have told of the list, so that its other pages are read in one go. */
export interface FarPlaces {
  list: string;
  told: readonly Told[];
}

type OnShare = (share: number) => void;

/**
 * Reads one page of a list, in as many calls as that takes. `onShare` hears how much of the directory was read while there is
 * more to read. Answers with the places that it was told, or was given for the same list.
 */
export async function readListing(
  ask: Ask,
  wanted: Wanted,
  page: number,
  known: FarPlaces | null,
  onShare: OnShare,
): Promise<ListedPage & { far: FarPlaces | null }> {
  const list = JSON.stringify(wanted);
  const isFar = page > MAX_SORTED_PAGE;
  const far = known?.list === list ? known : null;
  // What has changed since the places were told is rarely as much as that the page is missed.
  const kept = isFar && far !== null ? await readStretch(ask, wanted, page, far.told, onShare) : null;
  if (kept?.isWhole === true) return { rows: kept.rows, matched: kept.matched, far };
  const read = await readAll(ask, wanted, page, onShare);
  if ('rows' in read) return { ...read, far };
  const { rows, matched } = await readStretch(ask, wanted, page, read.told, onShare);
  return { rows, matched, far: { list, told: read.told } };
}

/** The page, or the places of the list where that is too far behind. */
async function readAll(
  ask: Ask,
  { entity, query, today }: Wanted,
  page: number,
  onShare: OnShare,
): Promise<ListedPage | { told: Told[] }> {
  const rows: DirectoryRecord[] = [];
  const told: Told[] = [];
  let from: ListCursor | null = null;
  let calls = 0;
  for (;;) {
    const read: ResponseOf<'directory.list'> = await ask('directory.list', { entity, query, today, page, from });
    const before: number = from?.matched ?? 0;
    calls += 1;
    rows.push(...read.rows);
    if (read.places !== undefined) told.push({ places: read.places, matched: read.matched - before });
    if (read.next !== null) {
      onShare(read.read / read.of);
      from = read.next;
      continue;
    }
    if (told.length > 0) return { told };
    return { rows: calls === 1 ? rows : mergedPage(query, today, page, rows), matched: read.matched };
  }
}

/** Not whole where the stretch doesn't hold the page any more. */
async function readStretch(
  ask: Ask,
  { entity, query, generation, today }: Wanted,
  page: number,
  told: readonly Told[],
  onShare: OnShare,
): Promise<ListedPage & { isWhole: boolean }> {
  const stretch = stretchOf(told, query.sort, page);
  const all = { rows: [] as DirectoryRecord[], before: 0, matched: 0 };
  let from: ListCursor | null = { generation, part: 0, matched: 0 };
  while (from !== null) {
    const read: ResponseOf<'directory.stretch'> = await ask('directory.stretch', {
      ...{ entity, query, today, stretch, from },
    });
    all.rows.push(...read.rows);
    all.before += read.before;
    all.matched = read.matched;
    if (read.next !== null) onShare(read.read / read.of);
    from = read.next;
  }
  return { ...pageOfStretch(all, query, today, page), matched: all.matched };
}
