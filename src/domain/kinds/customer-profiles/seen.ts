import type { Lack } from '../kind';
import type { CustomerProfilePayload } from './operation';

/** A customer profile as the site shows it. */
export interface SeenProfile {
  customerId: string;
  displayName: string;
  email?: string | undefined;
  organizations?: { id?: string | undefined }[] | undefined;
  details?: { name: string; value: { text: string[] } }[] | undefined;
  entitlements?: { product?: { id: string } | undefined; entitledEntity?: { type: string } | undefined }[] | undefined;
}

type Same = (wanted: string, seen: string) => boolean;

const strictly: Same = (wanted, seen) => wanted === seen;

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
  const values = new Map((profile.details ?? []).map(({ name, value }) => [name, value.text]));
  for (const { name, values: wanted } of payload.details ?? []) {
    if (!sameValues(wanted, values.get(name) ?? [], same)) lacks.push({ part: name, what: name });
  }
  const organizations = new Set((profile.organizations ?? []).map(({ id }) => id));
  for (const id of payload.associateOrganizations?.organizationIds ?? []) {
    if (!organizations.has(String(id))) lacks.push({ part: 'organizations', what: `Organization ${id}` });
  }
  // What an organization of the customer is entitled to is listed as well: it was not granted to the customer.
  const own = (profile.entitlements ?? []).filter(({ entitledEntity }) => entitledEntity?.type === 'CUSTOMER');
  const products = new Set(own.map(({ product }) => product?.id));
  for (const id of payload.associateProducts?.productIds ?? []) {
    if (!products.has(id)) lacks.push({ part: 'products', what: `Product ${id}` });
  }
  return lacks;
}

function sameValues(wanted: readonly string[], seen: readonly string[], same: Same): boolean {
  const there = [...new Set(seen)];
  return wanted.length === there.length && wanted.every((value) => there.some((one) => same(value, one)));
}

/** Equal as numbers, or in their letters and digits. */
function isAlike(wanted: string, seen: string): boolean {
  if (wanted === seen) return true;
  if (wanted.trim() !== '' && Number(wanted) === Number(seen)) return true;
  return lettersOf(wanted) === lettersOf(seen);
}

function lettersOf(text: string): string {
  const letters = text.normalize('NFKC').toLowerCase();
  return letters.replaceAll(/[^\p{Letter}\p{Number}]/gu, '') || letters;
}
