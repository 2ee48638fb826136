import type { CustomerProfileOperation } from '../../domain/kinds/customer-profiles/operation';
import type { Lack } from '../../domain/kinds/kind';
import { type SeenProfile, lacking, notSeen, partsOf } from '../../domain/kinds/customer-profiles/seen';
import { inParallel } from '../../platform/in-parallel';
import type { SiteApi } from './site-api';
import type { EngineHalf, ReadBack } from './kind';

/** Profiles of one fetch. CSM reference, customer/profile/fetch. */
const PROFILES_PER_FETCH = 25;
/** Searches at once. Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const SEARCHES_AT_ONCE = 5;

/** Sends customer profiles by `customer/profile/bulk`, and finds them again by id or e-mail. */
export const customerProfilesOnSite: EngineHalf<CustomerProfileOperation> = {
  async submit(site, operations, idempotencyKey) {
    // The queue repeats the step, and waits for free: a retry in here would be paid for.
    const body = { customerProfiles: [...operations] };
    return (await site.csm.call('bulk-manage-multiple-customer-profiles', { body, idempotencyKey, retries: 0 })).id;
  },
  readBack,
  parts: ({ payload }) => partsOf(payload),
};

/**
 * A row is seen done when its profile shows all that was asked for. Anything less stays open: it may be on its way.
 * One search that fails does not cost what the others found.
 */
async function readBack(
  site: SiteApi,
  operations: readonly CustomerProfileOperation[],
  rows: readonly number[],
): Promise<ReadBack> {
  const { ids, cutShortBy } = await findIds(site, operations, rows);
  const found = [...ids.values()].flatMap((id) => id ?? []);
  const profiles = await fetchProfiles(site, [...new Set(found)]);
  const done: number[] = [];
  const missing: number[] = [];
  const lacks = new Map<number, readonly Lack[]>();
  for (const row of rows) {
    const operation = operations[row];
    if (operation === undefined || !ids.has(row)) continue;
    const profile = profiles.get(ids.get(row) ?? '');
    const isThere = profile !== undefined && isSame(operation, profile);
    if (isThere && notSeen(operation.payload, profile).length === 0) done.push(row);
    else missing.push(row);
    const lack = isThere ? lacking(operation.payload, profile) : [];
    if (lack.length > 0) lacks.set(row, lack);
  }
  return { done, missing, lacking: lacks, cutShortBy };
}

/** The ids of the customers of rows, null for one that the site does not show; without those it could not ask for. */
async function findIds(site: SiteApi, operations: readonly CustomerProfileOperation[], rows: readonly number[]) {
  const ids = new Map<number, string | null>();
  let cutShortBy: unknown = null;
  await inParallel(SEARCHES_AT_ONCE, rows, async (row) => {
    const { customerId, email } = operations[row]?.payload ?? {};
    try {
      const id = customerId ?? (email === undefined ? undefined : await site.findCustomerByEmail(email));
      ids.set(row, id ?? null);
    } catch (error) {
      cutShortBy ??= error;
    }
  });
  return { ids, cutShortBy };
}

async function fetchProfiles(site: SiteApi, ids: readonly string[]): Promise<Map<string, SeenProfile>> {
  const profiles = new Map<string, SeenProfile>();
  for (let at = 0; at < ids.length; at += PROFILES_PER_FETCH) {
    const body = { customerIds: ids.slice(at, at + PROFILES_PER_FETCH), expand: ['entitlements' as const] };
    const answer = await site.csm.call('get-multiple-customer-profiles', { body });
    for (const profile of answer.profiles) profiles.set(profile.customerId, profile);
  }
  return profiles;
}

/** A search by e-mail may find a namesake: only a profile that shows this very address is this customer's. */
function isSame({ payload }: CustomerProfileOperation, profile: SeenProfile): boolean {
  if (payload.customerId !== undefined) return true;
  return payload.email?.toLowerCase() === profile.email?.toLowerCase();
}
