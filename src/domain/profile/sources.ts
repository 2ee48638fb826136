import type { ProfileEntitlement } from '../../contract/profile/views';

/** What a customer is entitled to from one side. */
export interface Source {
  /** None for the customer's own right; several only where they have no names, as nothing tells those apart. */
  organizationIds: string[];
  entitlements: ProfileEntitlement[];
}

/** Entitlements under where they come from, each source once. @param named the ids of organizations whose names are known */
export function sourcesOf(entitlements: readonly ProfileEntitlement[], named: readonly string[]): Source[] {
  const sources = new Map<string | null | undefined, Source>();
  for (const entitlement of entitlements) {
    const { organizationId: id } = entitlement;
    const key = id === null || named.includes(id) ? id : undefined;
    const source = sources.get(key) ?? { organizationIds: [], entitlements: [] };
    sources.set(key, source);
    if (id !== null && !source.organizationIds.includes(id)) source.organizationIds.push(id);
    source.entitlements.push(entitlement);
  }
  return [...sources.values()];
}

/** The first so many entitlements, each still under its source. */
export function firstOf(sources: readonly Source[], most: number): Source[] {
  let left = most;
  return sources.flatMap((source) => {
    const entitlements = source.entitlements.slice(0, left);
    left -= entitlements.length;
    return entitlements.length === 0 ? [] : [{ ...source, entitlements }];
  });
}
