import type { SeenProfile } from '../../../domain/kinds/customer-profiles/seen';
import type { Lack } from '../../../domain/kinds/kind';
import { inParallel } from '../../../platform/in-parallel';
import type { ReadBack } from '../half';
import type { SiteApi } from '../site-api';

/** Profiles of one fetch. CSM reference, customer/profile/fetch. */
const PROFILES_PER_FETCH = 25;
/** Searches at once. Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const SEARCHES_AT_ONCE = 5;

/** How an operation on a customer is recognised in their profile. */
export interface CustomerSight<Operation> {
  named: (operation: Operation) => { customerId?: string | undefined; email?: string | undefined };
  /** What the profile does not show as it was asked for. */
  notSeen: (operation: Operation, profile: SeenProfile) => readonly Lack[];
  /** What it lacks, where a value in another notation lacks nothing. */
  lacking: (operation: Operation, profile: SeenProfile) => readonly Lack[];
}

/**
 * A row is seen done when its profile shows all that was asked for. Anything less stays open: it may be on its way.
 * One search that fails does not cost what the others found.
 */
export async function readCustomersBack<Operation>(
  site: SiteApi,
  { named, notSeen, lacking }: CustomerSight<Operation>,
  operations: readonly Operation[],
  rows: readonly number[],
): Promise<ReadBack> {
  const names = new Map(
    rows.flatMap((row) => {
      const operation = operations[row];
      return operation === undefined ? [] : [[row, named(operation)] as const];
    }),
  );
  const { ids, cutShortBy } = await findIds(site, names);
  const found = [...ids.values()].flatMap((id) => id ?? []);
  const profiles = await fetchProfiles(site, [...new Set(found)]);
  const done: number[] = [];
  const missing: number[] = [];
  const lacks = new Map<number, readonly Lack[]>();
  const shown = new Map<number, string>();
  for (const row of rows) {
    const operation = operations[row];
    if (operation === undefined || !ids.has(row)) continue;
    const profile = profiles.get(ids.get(row) ?? '');
    const isThere = profile !== undefined && isSame(named(operation), profile);
    if (isThere && notSeen(operation, profile).length === 0) done.push(row);
    else missing.push(row);
    if (isThere) shown.set(row, profile.customerId);
    const lack = isThere ? lacking(operation, profile) : [];
    if (lack.length > 0) lacks.set(row, lack);
  }
  return { done, missing, lacking: lacks, ids: shown, cutShortBy };
}

type Named = ReturnType<CustomerSight<unknown>['named']>;

/** The ids of the customers of rows, null for one that the site does not show; without those it could not ask for. */
async function findIds(site: SiteApi, names: ReadonlyMap<number, Named>) {
  const ids = new Map<number, string | null>();
  let cutShortBy: unknown = null;
  await inParallel(SEARCHES_AT_ONCE, [...names], async ([row, { customerId, email }]) => {
    try {
      const id = customerId ?? (email === undefined ? undefined : await site.findCustomerByEmail(email));
      ids.set(row, id ?? null);
    } catch (error) {
      cutShortBy ??= error;
    }
  });
  return { ids, cutShortBy };
}

/** The profiles of customers by their ids; those that the site does not show are left out. */
export async function fetchProfiles(site: SiteApi, ids: readonly string[]) {
  const profiles = new Map<string, SeenProfile>();
  for (let at = 0; at < ids.length; at += PROFILES_PER_FETCH) {
    const body = { customerIds: ids.slice(at, at + PROFILES_PER_FETCH), expand: ['entitlements' as const] };
    const answer = await site.csm.call('get-multiple-customer-profiles', { body });
    for (const profile of answer.profiles) profiles.set(profile.customerId, profile);
  }
  return profiles;
}

/** A search by e-mail may find a namesake: only a profile that shows this very address is this customer's. */
function isSame({ customerId, email }: Named, profile: SeenProfile): boolean {
  if (customerId !== undefined) return true;
  return email?.toLowerCase() === profile.email?.toLowerCase();
}
