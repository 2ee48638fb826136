import type { DetailEntity } from '../../../contract/details';
import { fold } from '../../../domain/fold';
import { shownCustomer } from '../../../domain/kinds/customer-profiles/written';
import { shownOrganization } from '../../../domain/kinds/organization-profiles/written';
import type { SeenProfile } from '../../../domain/kinds/customer-profiles/seen';
import type { Reference } from '../../../domain/kinds/reference';
import type { Named, Shown } from '../../../domain/kinds/written';
import { inParallel } from '../../../platform/in-parallel';
import { findByExternalId, keyOf } from '../look-up';
import type { SiteApi } from '../site-api';
import { fetchProfiles } from './customers-seen';
import { fetchOrganizations } from './organizations-seen';

/** Entities of one fetch. CSM reference, customer/profile/fetch and organization/profile/fetch. */
export const SHOWN_PER_FETCH = 25;
/** Searches at once. Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const SEARCHES_AT_ONCE = 5;

/** What the site shows of an entity: null where it has none, `unknown` where it hides which one it is. */
export type FoundEntity = Shown | 'unknown' | null;

/**
 * Finds entities by what names them, in the order in which they are named: a search for each email, and a fetch for each
 * 25 entities. @throws SiteError
 */
export const showEntities = (
  site: SiteApi,
  entity: DetailEntity | null,
  named: readonly Named[],
): Promise<FoundEntity[]> => (entity === 'organization' ? showOrganizations(site, named) : showCustomers(site, named));

async function showCustomers(site: SiteApi, named: readonly Named[]): Promise<FoundEntity[]> {
  const byExternalId = await findByExternalId(site, named.flatMap(externalReference));
  const others = named.filter(({ externalId }) => externalId === undefined);
  const ids = new Map(others.map((one) => [one, one.id ?? one.hint]));
  const known = [...byExternalId.values()].flatMap((all) => (all.length === 1 ? all : []));
  const profiles = await fetchProfiles(site, [...new Set([...idsIn(ids), ...known])]);
  // The search finds accounts that are no customers, and namesakes whose email is hidden.
  const isMeant = (one: Named): boolean =>
    one.id !== undefined || fold(profiles.get(ids.get(one) ?? '')?.email ?? '') === fold(one.email ?? '');
  const unknown = others.filter((one) => one.email !== undefined && !isMeant(one));
  await inParallel(SEARCHES_AT_ONCE, unknown, async (one) => {
    ids.set(one, await site.findCustomerByEmail(one.email ?? ''));
  });
  const found = idsIn(new Map(unknown.map((one) => [one, ids.get(one)]))).filter((id) => !profiles.has(id));
  for (const [id, profile] of await fetchProfiles(site, found)) profiles.set(id, profile);
  return named.map((one): FoundEntity => {
    const [reference] = externalReference(one);
    if (reference !== undefined) return withExternalId(one, byExternalId.get(keyOf(reference)) ?? [], profiles);
    const profile = profiles.get(ids.get(one) ?? '');
    if (profile === undefined) return null;
    return isMeant(one) ? shownCustomer(profile) : 'unknown';
  });
}

const idsIn = (ids: ReadonlyMap<Named, string | undefined>): string[] => [
  ...new Set([...ids.values()].flatMap((id) => id ?? [])),
];

const externalReference = ({ externalId }: Named): Reference[] =>
  externalId === undefined ? [] : [{ entity: 'customer', by: 'External ID', value: externalId }];

/** Who has an External ID. Where nobody has it, somebody may have the email that the row names, too. */
function withExternalId(
  { email }: Named,
  [id, ...others]: readonly string[],
  profiles: ReadonlyMap<string, SeenProfile>,
): FoundEntity {
  const profile = others.length > 0 || id === undefined ? undefined : profiles.get(id);
  if (profile !== undefined) return shownCustomer(profile);
  return others.length > 0 || email !== undefined ? 'unknown' : null;
}

async function showOrganizations(site: SiteApi, named: readonly Named[]): Promise<FoundEntity[]> {
  const found: FoundEntity[] = [];
  for (let from = 0; from < named.length; from += SHOWN_PER_FETCH) {
    const some = named.slice(from, from + SHOWN_PER_FETCH);
    const profiles = (await fetchOrganizations(site, some)).map(shownOrganization);
    const isMeant = ({ id, name }: Named, shown: Shown): boolean =>
      id === undefined ? fold(shown.name) === fold(name ?? '') : shown.id === id;
    for (const one of some) {
      const [shown, ...others] = profiles.filter((profile) => isMeant(one, profile));
      found.push(others.length > 0 ? 'unknown' : (shown ?? null));
    }
  }
  return found;
}
