import { type NameMatch, nameMatcher } from '../domain/import/match-names';
import type { CsmClient } from './client';
import { readProducts } from './products';

/** Ids of organizations by name, at most 50 names a call. Names that several or none carry are told apart. */
export async function findOrganizations(csm: CsmClient, names: string[]): Promise<NameMatch[]> {
  if (names.length === 0) return [];
  const found = await csm.call('get-multiple-organizations', { body: { organizationNames: names } });
  const named = found.organizations.flatMap(({ id, name }) =>
    id === undefined || name === undefined ? [] : [{ id, name }],
  );
  return nameMatcher(named)(names);
}

/** Finds products by name among all of the site, which are read once: nothing in the API looks one up. */
export function productFinder(csm: CsmClient): (names: string[]) => Promise<NameMatch[]> {
  let matcher: Promise<(names: readonly string[]) => NameMatch[]> | null = null;
  return async (names) => {
    matcher ??= readProducts(csm, null, Infinity).then(({ products }) => nameMatcher(products));
    return (await matcher)(names);
  };
}
