import { ownEntitlements, ownProductIds, valuesByName } from '../seen-values';
import { type Shown, type Written, joinedIds } from '../written';
import type { CustomerProfilePayload } from './operation';
import type { SeenProfile } from './seen';

export const writtenToCustomer = (payload: CustomerProfilePayload): Written => ({
  named: { id: payload.customerId, email: payload.email },
  name: payload.displayName,
  changes: (payload.details ?? []).map(({ name, values }) => ({ field: name, adds: false, values })),
  joins: [
    ...joinedIds('organization', payload.associateOrganizations?.organizationIds),
    ...joinedIds('product', payload.associateProducts?.productIds),
  ],
});

export const shownCustomer = (profile: SeenProfile): Shown => ({
  id: profile.customerId,
  name: profile.displayName,
  ...(profile.email !== undefined && { email: profile.email }),
  values: valuesByName(profile.details ?? []),
  joined: new Set([
    ...joinedIds(
      'organization',
      (profile.organizations ?? []).flatMap(({ id }) => id ?? []),
    ),
    ...joinedIds('product', ownProductIds('CUSTOMER', profile.entitlements)),
  ]),
  entitlements: ownEntitlements('CUSTOMER', profile.entitlements),
});
