import { fold } from '../../../domain/fold';
import type { Lack } from '../../../domain/kinds/kind';
import type { SeenOrganization } from '../../../domain/kinds/organization-profiles/seen';
import { type Same, isAlike, strictly } from '../../../domain/kinds/seen-values';
import type { ReadBack } from '../half';
import type { SiteApi } from '../site-api';

/** Profiles of one fetch. CSM reference, organization/profile/fetch. */
const PROFILES_PER_FETCH = 25;

/** How an operation on an organization is recognised in its profile. */
export interface OrganizationSight<Operation> {
  named: (operation: Operation) => { id?: string | undefined; name?: string | undefined };
  /** What the profile does not show as it was asked for, by a way to compare values. */
  lacks: (operation: Operation, profile: SeenOrganization, same: Same) => readonly Lack[];
}

/** A row is seen done when its organization's profile shows all that was asked for. */
export async function readOrganizationsBack<Operation>(
  site: SiteApi,
  { named, lacks }: OrganizationSight<Operation>,
  operations: readonly Operation[],
  rows: readonly number[],
): Promise<ReadBack> {
  const lacking = new Map<number, readonly Lack[]>();
  const ids = new Map<number, string>();
  const found: ReadBack = { done: [], missing: [], lacking, ids, cutShortBy: null };
  try {
    for (let from = 0; from < rows.length; from += PROFILES_PER_FETCH) {
      const some = rows.slice(from, from + PROFILES_PER_FETCH);
      const names = some.flatMap((row) => {
        const operation = operations[row];
        return operation === undefined ? [] : [named(operation)];
      });
      const profiles = await fetchOrganizations(site, names);
      for (const row of some) {
        const operation = operations[row];
        if (operation === undefined) continue;
        const profile = profiles.find(isNamed(named(operation)));
        if (profile !== undefined && lacks(operation, profile, strictly).length === 0) found.done.push(row);
        else found.missing.push(row);
        if (profile !== undefined) ids.set(row, profile.id);
        const lack = profile === undefined ? [] : lacks(operation, profile, isAlike);
        if (lack.length > 0) lacking.set(row, lack);
      }
    }
    return found;
  } catch (error) {
    return { ...found, cutShortBy: error };
  }
}

type Named = ReturnType<OrganizationSight<unknown>['named']>;

/** The profiles of organizations by their ids or names, at most {@link PROFILES_PER_FETCH}; what is not there is left out. */
export async function fetchOrganizations(site: SiteApi, names: readonly Named[]): Promise<SeenOrganization[]> {
  const organizationIds = names.flatMap(({ id }) => id ?? []);
  const organizationNames = names.flatMap(({ id, name }) => (id === undefined ? (name ?? []) : []));
  const fetched = await Promise.all(
    [{ organizationIds }, { organizationNames }].map(async (body) => {
      if (Object.values(body).every(({ length }) => length === 0)) return [];
      const expand = ['entitlements' as const];
      return (await site.csm.call('get-multiple-organization-profiles', { body: { ...body, expand } })).profiles;
    }),
  );
  return fetched.flat();
}

const isNamed =
  ({ id, name }: Named) =>
  (profile: SeenOrganization): boolean =>
    id === undefined ? fold(profile.name) === fold(name ?? '') : profile.id === id;
