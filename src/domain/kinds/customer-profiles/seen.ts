import type { CustomerProfileOperation } from './operation';

/** A customer profile as the site shows it. */
export interface SeenProfile {
  customerId: string;
  displayName: string;
  email?: string | undefined;
  organizations?: { id?: string | undefined }[] | undefined;
  details?: { name: string; value: { text: string[] } }[] | undefined;
  entitlements?: { product?: { id: string } | undefined; entitledEntity?: { type: string } | undefined }[] | undefined;
}

/** What the site does not show as the operation asked for: empty when all of it was seen. */
export function notSeen({ payload }: CustomerProfileOperation, profile: SeenProfile): string[] {
  const missing: string[] = [];
  if (payload.displayName !== undefined && payload.displayName !== profile.displayName) missing.push('Display name');
  const values = new Map((profile.details ?? []).map(({ name, value }) => [name, value.text]));
  for (const { name, values: wanted } of payload.details ?? []) {
    if (!sameValues(wanted, values.get(name) ?? [])) missing.push(name);
  }
  const organizations = new Set((profile.organizations ?? []).map(({ id }) => id));
  for (const id of payload.associateOrganizations?.organizationIds ?? []) {
    if (!organizations.has(String(id))) missing.push(`Organization ${id}`);
  }
  // What an organization of the customer is entitled to is listed as well: it was not granted to the customer.
  const own = (profile.entitlements ?? []).filter(({ entitledEntity }) => entitledEntity?.type === 'CUSTOMER');
  const products = new Set(own.map(({ product }) => product?.id));
  for (const id of payload.associateProducts?.productIds ?? []) {
    if (!products.has(id)) missing.push(`Product ${id}`);
  }
  return missing;
}

function sameValues(wanted: readonly string[], seen: readonly string[]): boolean {
  const there = new Set(seen);
  return wanted.length === there.size && wanted.every((value) => there.has(value));
}
