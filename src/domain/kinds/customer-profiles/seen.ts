import type { Lack } from '../kind';
import {
  type Same,
  type SeenDetails,
  type SeenEntitlements,
  isAlike,
  productsLacking,
  strictly,
  valuesLacking,
} from '../seen-values';
import type { CustomerProfilePayload } from './operation';

/** A customer profile as the site shows it. */
export interface SeenProfile {
  customerId: string;
  displayName: string;
  email?: string | undefined;
  organizations?: { id?: string | undefined; name?: string | undefined }[] | undefined;
  details?: SeenDetails | undefined;
  entitlements?: SeenEntitlements | undefined;
}

/** What the site does not show as it was asked for: empty when all of it was seen. */
export const notSeen = (payload: CustomerProfilePayload, profile: SeenProfile): Lack[] =>
  lacksOf(payload, profile, strictly);

/**
 * What the site lacks of it. A value or name that is there in another notation does not lack: how a site writes dates,
 * numbers and phone numbers back is not stated.
 */
export const lacking = (payload: CustomerProfilePayload, profile: SeenProfile): Lack[] =>
  lacksOf(payload, profile, isAlike);

/** The parts that a payload writes, as the lacks name them. */
export function partsOf({
  displayName,
  details = [],
  associateOrganizations,
  associateProducts,
}: CustomerProfilePayload): string[] {
  return [
    ...(displayName === undefined ? [] : ['display name']),
    ...details.map(({ name }) => name),
    ...(associateOrganizations === undefined ? [] : ['organizations']),
    ...(associateProducts === undefined ? [] : ['products']),
  ];
}

function lacksOf(payload: CustomerProfilePayload, profile: SeenProfile, same: Same): Lack[] {
  const lacks: Lack[] = [];
  const { displayName } = payload;
  if (displayName !== undefined && !same(displayName, profile.displayName))
    lacks.push({ part: 'display name', what: 'Display name' });
  lacks.push(...valuesLacking(payload.details ?? [], profile.details, same));
  const organizations = new Set((profile.organizations ?? []).map(({ id }) => id));
  for (const id of payload.associateOrganizations?.organizationIds ?? []) {
    if (!organizations.has(String(id))) lacks.push({ part: 'organizations', what: `Organization ${id}` });
  }
  // What an organization of the customer is entitled to is listed as well: it was not granted to the customer.
  lacks.push(...productsLacking(payload.associateProducts?.productIds ?? [], 'CUSTOMER', profile.entitlements));
  return lacks;
}
