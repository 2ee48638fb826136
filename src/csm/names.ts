import { spellingsOf } from '../domain/fold';
import { type Named, type NameMatch, nameMatcher } from '../domain/import/match-names';
import type { CsmClient } from './client';
import { readProducts } from './products';

/** Organizations of one fetch. CSM reference, organization/fetch. */
const ORGANIZATIONS_PER_FETCH = 50;

/** Ids of organizations by name, however it is spelled. Names that several or none carry are told apart. */
export async function findOrganizations(csm: CsmClient, names: readonly string[]): Promise<NameMatch[]> {
  const asked = [...new Set(names.flatMap(spellingsOf))];
  const found = new Map<string, Named>();
  for (let from = 0; from < asked.length; from += ORGANIZATIONS_PER_FETCH) {
    const organizationNames = asked.slice(from, from + ORGANIZATIONS_PER_FETCH);
    const { organizations } = await csm.call('get-multiple-organizations', { body: { organizationNames } });
    for (const { id, name } of organizations) if (id !== undefined && name !== undefined) found.set(id, { id, name });
  }
  return nameMatcher([...found.values()])(names);
}

/** Finds products by name among all of the site, which are read once: nothing in the API looks one up. */
export function productFinder(csm: CsmClient): (names: string[]) => Promise<NameMatch[]> {
  let matcher: Promise<(names: readonly string[]) => NameMatch[]> | null = null;
  return async (names) => {
    matcher ??= readProducts(csm, null, Infinity).then(({ products }) => nameMatcher(products));
    return (await matcher)(names);
  };
}
