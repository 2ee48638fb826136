import type { ProfileEntitlement } from '../../contract/profile/views';
import { type Expiry, expiryOf } from './expiry';

/** What a customer is entitled to from one side. */
export interface Source {
  /** None for the customer's own right; several only where they have no names, as nothing tells those apart. */
  organizationIds: readonly string[];
  entitlements: readonly ProfileEntitlement[];
}

/**
 * Entitlements under where they come from, each source once: the customer's own before those of organizations. In each,
 * and among the organizations, what has ended comes first and what ends soon after it, for whoever helps a customer wants
 * to see at a glance whether a product is still supported, and not all of a long list is shown. The rest keeps its order.
 * @param named the ids of organizations whose names are known
 * @param today as YYYY-MM-DD
 */
export function sourcesOf(
  entitlements: readonly ProfileEntitlement[],
  named: readonly string[],
  today: string,
): Source[] {
  const sources = new Map<
    string | null | undefined,
    { organizationIds: string[]; entitlements: ProfileEntitlement[] }
  >();
  const ranked = entitlements.map((entitlement) => ({ entitlement, rank: rankOf(entitlement, today) }));
  for (const { entitlement } of ranked.sort((a, b) => a.rank - b.rank)) {
    const { organizationId: id } = entitlement;
    const key = id === null || named.includes(id) ? id : undefined;
    const source = sources.get(key) ?? { organizationIds: [], entitlements: [] };
    sources.set(key, source);
    if (id !== null && !source.organizationIds.includes(id)) source.organizationIds.push(id);
    source.entitlements.push(entitlement);
  }
  return [...sources.values()];
}

const urgency = ['ended', 'soon', 'later'] as const;

const rankOf = (entitlement: ProfileEntitlement, today: string): number =>
  urgency.indexOf(stateOf(entitlement, today)) + (entitlement.organizationId === null ? 0 : urgency.length);

/** What has no end, or none that can be read, goes on. */
const stateOf = ({ endsOn }: ProfileEntitlement, today: string): Expiry['state'] =>
  (endsOn === null ? null : expiryOf(endsOn, today))?.state ?? 'later';

/** How many of the entitlements are in a state. @param today as YYYY-MM-DD */
export const countIn = (state: Expiry['state'], entitlements: readonly ProfileEntitlement[], today: string): number =>
  entitlements.filter((each) => stateOf(each, today) === state).length;

/** The first so many entitlements, each still under its source. */
export function firstOf(sources: readonly Source[], most: number): Source[] {
  let left = most;
  return sources.flatMap((source) => {
    const entitlements = source.entitlements.slice(0, left);
    left -= entitlements.length;
    return entitlements.length === 0 ? [] : [{ ...source, entitlements }];
  });
}
