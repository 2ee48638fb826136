import { useCallback, useState } from 'react';
import type { DirectoryEntity, DirectoryRecord, ListCursor } from '../../../contract/directory';
import type { ResponseOf } from '../../../contract/resolvers';
import { mergedPage } from '../../../domain/directory/page';
import { dayOf } from '../../../domain/profile/expiry';
import { call } from '../../shared/call';
import { type Resource, useResource } from '../../shared/use-resource';
import type { Listing } from './address';

export interface Listed {
  rows: readonly DirectoryRecord[];
  matched: number;
  /** The day that ends are told against. */
  today: string;
}

/** One page of a list. `share`: how much of a long directory has been read for it, from 0 to 1; null while that is quick. */
export function useListing(
  entity: DirectoryEntity,
  { view, page }: Listing,
  generation: string,
): Resource<Listed> & { share: number | null } {
  const [share, setShare] = useState<number | null>(null);
  const key = JSON.stringify({ filters: view.filters, sort: view.sort });
  const load = useCallback(
    () => readListing(entity, key, page, setShare),
    // A new generation is another list.
    // oxlint-disable-next-line react/exhaustive-deps
    [entity, key, page, generation],
  );
  return { ...useResource(load), share };
}

async function readListing(
  entity: DirectoryEntity,
  key: string,
  page: number,
  onShare: (share: number | null) => void,
): Promise<Listed> {
  const query = JSON.parse(key) as Listing['view'];
  const today = dayOf(Date.now());
  const rows: DirectoryRecord[] = [];
  let from: ListCursor | null = null;
  let calls = 0;
  for (;;) {
    const read: ResponseOf<'directory.list'> = await call('directory.list', { entity, query, today, page, from });
    rows.push(...read.rows);
    calls += 1;
    if (read.next === null) {
      onShare(null);
      return { rows: calls === 1 ? rows : mergedPage(query, today, page, rows), matched: read.matched, today };
    }
    onShare(read.read / read.of);
    from = read.next;
  }
}
