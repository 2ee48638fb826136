import type { ProfileEntitlementField } from '../csm/contract/schemas.gen';

type Entity = 'CUSTOMER' | 'ORGANIZATION';

/**
 * The ids that were asked for and that the answer to a create does not list: the site passes over what it cannot join
 * without a word. CSM reference, create profile.
 */
export function notJoined(wanted: readonly string[], listed: readonly (string | undefined)[] = []): string[] {
  return wanted.filter((id) => !listed.includes(id));
}

/** The products of an entity's own entitlements; a customer's list has those of its organizations as well. */
export function ownProducts(entitlements: readonly ProfileEntitlementField[] = [], entity: Entity) {
  return entitlements
    .filter(({ entitledEntity }) => entitledEntity?.type === undefined || entitledEntity.type === entity)
    .map(({ product }) => product?.id);
}
