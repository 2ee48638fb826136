import { useCallback, useRef, useState } from 'react';
import type { ListedEntity, DirectoryRecord } from '../../../contract/directory';
import { dayOf } from '../../../domain/profile/expiry';
import { call } from '../../shared/call';
import { type Resource, useResource } from '../../shared/use-resource';
import type { Listing } from './address';
import { patient } from './patient';
import { type FarPlaces, readListing } from './read-listing';

const askOn = patient(call);

export interface Listed {
  rows: readonly DirectoryRecord[];
  matched: number;
  /** The day that ends are told against. */
  today: string;
}

/** One page of a list. `share`: how much of a long directory has been read for it, from 0 to 1; null while that is quick. */
export function useListing(
  entity: ListedEntity,
  { view, page }: Listing,
  generation: string,
): Resource<Listed> & { share: number | null } {
  const [share, setShare] = useState<number | null>(null);
  const far = useRef<FarPlaces | null>(null);
  const key = JSON.stringify({ filters: view.filters, sort: view.sort });
  const load = useCallback(async () => {
    const query = JSON.parse(key) as Listing['view'];
    const today = dayOf(Date.now());
    const read = await readListing(askOn, { entity, query, generation, today }, page, far.current, setShare);
    far.current = read.far;
    setShare(null);
    return { rows: read.rows, matched: read.matched, today };
  }, [entity, key, page, generation]);
  return { ...useResource(load), share };
}
