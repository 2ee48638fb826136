import { ownEntitlements, ownProductIds, valuesByName } from '../seen-values';
import { type Shown, type Written, joinedIds } from '../written';
import type { OrganizationProfilePayload } from './operation';
import type { SeenOrganization } from './seen';

/** Where a row names its organization by ID, its name is the new one. CSM reference, organization/profile/bulk. */
export const writtenToOrganization = (payload: OrganizationProfilePayload): Written => ({
  named: { id: payload.id, name: payload.name },
  name: payload.id === undefined ? undefined : payload.name,
  changes: (payload.details ?? []).map(({ name, values }) => ({ field: name, adds: false, values })),
  joins: [
    ...joinedIds('customer', payload.associateCustomers?.customerIds),
    ...joinedIds('product', payload.associateProducts?.productIds),
  ],
});

export const shownOrganization = (profile: SeenOrganization): Shown => ({
  id: profile.id,
  name: profile.name,
  values: valuesByName(profile.details ?? []),
  joined: new Set([
    ...joinedIds(
      'customer',
      (profile.customers ?? []).flatMap(({ id }) => id ?? []),
    ),
    ...joinedIds('product', ownProductIds('ORGANIZATION', profile.entitlements)),
  ]),
  entitlements: ownEntitlements('ORGANIZATION', profile.entitlements),
});
