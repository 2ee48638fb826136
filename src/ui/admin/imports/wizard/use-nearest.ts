import { useCallback } from 'react';
import type { AssociatedEntity } from '../../../../domain/kinds/cells/association';
import { nearestOnSite } from '../../../../domain/nearest';
import { call } from '../../../shared/call';
import { useResource } from '../../../shared/use-resource';

/** Names for which the site is searched: each search reads through a list of the site. */
const SEARCHED_NAMES = 10;

async function namesWith(entity: AssociatedEntity, words: string): Promise<string[]> {
  if (entity === 'organization') {
    const { organizations } = await call('organizations.search', { words, start: 0 });
    return organizations.map(({ name }) => name);
  }
  const { products } = await call('products.search', { words, cursor: null });
  return products.map(({ name }) => name);
}

/** For each of the first names the one on the site that is likely meant, where there is one. */
async function nearestNames(entity: AssociatedEntity, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of names.slice(0, SEARCHED_NAMES)) {
    const meant = await nearestOnSite(name, (text) => namesWith(entity, text));
    if (meant !== undefined) found.set(name, meant);
  }
  return found;
}

/** The names on the site that are likely meant by names it does not have; empty until they are known. */
export function useNearest(entity: AssociatedEntity | null, names: readonly string[]): ReadonlyMap<string, string> {
  const all = names.join('\n');
  const load = useCallback(
    () => (entity === null ? Promise.resolve(nothing) : nearestNames(entity, all.split('\n'))),
    [entity, all],
  );
  const { data } = useResource<ReadonlyMap<string, string>>(load);
  return data ?? nothing;
}

const nothing: ReadonlyMap<string, string> = new Map();
