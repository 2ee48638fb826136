import type { EntitlementView } from '../../../contract/entitlements';
import type { CsmClient } from '../../../csm/client';
import type { Entitlement } from '../../../csm/contract/schemas.gen';
import { detailValuesOf } from '../../../csm/detail-values';
import { SiteError } from '../../../platform/http/site-error';

/** Most organizations, and most customer profiles, of one fetch (CSM reference). */
const ORGANIZATIONS_PER_FETCH = 50;
const PROFILES_PER_FETCH = 25;

/** What those who hold entitlements are called. */
export interface HolderName {
  name: string;
  email: string | null;
}

/** By their ids. */
export type HolderNames = ReadonlyMap<string, HolderName>;

export function entitlementView(entitlement: Entitlement, names: HolderNames): EntitlementView {
  const { id, product, entitledEntity, details } = entitlement;
  return {
    id,
    product,
    heldBy: {
      entity: entitledEntity.type === 'ORGANIZATION' ? 'organization' : 'customer',
      id: entitledEntity.id,
      ...(names.get(entitledEntity.id) ?? { name: null, email: null }),
    },
    details: detailValuesOf(details),
  };
}

/** One request for 50 organizations and one for 25 customers; none where nothing is asked for. */
export async function holderNames(csm: CsmClient, entitlements: readonly Entitlement[]): Promise<HolderNames> {
  const [organizations, customers] = await Promise.all([
    namesOf(idsOf(entitlements, 'ORGANIZATION'), ORGANIZATIONS_PER_FETCH, (ids) => organizationNames(csm, ids)),
    namesOf(idsOf(entitlements, 'CUSTOMER'), PROFILES_PER_FETCH, (ids) => customerNames(csm, ids)),
  ]);
  return new Map([...organizations, ...customers]);
}

function idsOf(entitlements: readonly Entitlement[], type: 'CUSTOMER' | 'ORGANIZATION'): string[] {
  const held = entitlements.filter(({ entitledEntity }) => entitledEntity.type === type);
  return [...new Set(held.map(({ entitledEntity }) => entitledEntity.id))];
}

type Named = readonly [id: string, named: HolderName];

/** Names are an extra: where the site does not give them, the ids have to do. */
async function namesOf(ids: string[], perFetch: number, fetch: (ids: string[]) => Promise<Named[]>): Promise<Named[]> {
  const names: Named[] = [];
  try {
    for (let from = 0; from < ids.length; from += perFetch) {
      names.push(...(await fetch(ids.slice(from, from + perFetch))));
    }
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
  }
  return names;
}

/** Those that are there; one without a name is called by its id. */
export async function organizationNames(csm: CsmClient, organizationIds: string[]): Promise<Named[]> {
  const { organizations } = await csm.call('get-multiple-organizations', { body: { organizationIds } });
  return organizations.flatMap(({ id, name }): Named[] =>
    id === undefined ? [] : [[id, { name: name || id, email: null }]],
  );
}

/** Those that are there; one without a name is called by its id. */
export async function customerNames(csm: CsmClient, customerIds: string[]): Promise<Named[]> {
  const { profiles } = await csm.call('get-multiple-customer-profiles', { body: { customerIds } });
  return profiles.map(({ customerId, displayName, email }): Named => [
    customerId,
    { name: displayName || customerId, email: email ?? null },
  ]);
}
