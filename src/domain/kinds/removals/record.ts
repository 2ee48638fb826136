import type { SeenProfile } from '../customer-profiles/seen';
import type { SeenOrganization } from '../organization-profiles/seen';
import type { SeenDetails, SeenEntitlements } from '../seen-values';

/** What separates several values of a cell: what an import proposes. */
const SEPARATOR = ';';

/** What is saved of a customer before they are deleted, as cells by headers that an import of customers takes back. */
export const customerRecord = (profile: SeenProfile): Record<string, string> => ({
  ...detailCells(profile.details),
  'Customer ID': profile.customerId,
  Email: profile.email ?? '',
  'Display name': profile.displayName,
  Organization: (profile.organizations ?? []).flatMap(({ name }) => name ?? []).join(SEPARATOR),
  Product: productNames('CUSTOMER', profile.entitlements),
});

/**
 * What is saved of an organization before it is deleted. Its customers stay. They are told by their ids, which an import
 * on the same site takes, and by the emails that are known, which one on another site takes.
 */
export const organizationRecord = (
  profile: SeenOrganization,
  emails: ReadonlyMap<string, string>,
): Record<string, string> => ({
  ...detailCells(profile.details),
  'Organization ID': profile.id,
  Organization: profile.name,
  Customers: (profile.customers ?? []).flatMap(({ id }) => emails.get(id ?? '') ?? []).join(SEPARATOR),
  'Customer IDs': (profile.customers ?? []).flatMap(({ id }) => id ?? []).join(SEPARATOR),
  Product: productNames('ORGANIZATION', profile.entitlements),
});

const detailCells = (details: SeenDetails = []): Record<string, string> =>
  Object.fromEntries(details.map(({ name, value }) => [name, value.text.join(SEPARATOR)]));

const productNames = (type: 'CUSTOMER' | 'ORGANIZATION', entitlements: SeenEntitlements = []): string =>
  entitlements
    .filter(({ entitledEntity }) => entitledEntity?.type === type)
    .flatMap(({ product }) => product?.name ?? [])
    .join(SEPARATOR);
