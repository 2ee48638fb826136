import type { Lack } from '../kind';
import { type Same, type SeenDetails, type SeenEntitlements, productsLacking, valuesLacking } from '../seen-values';
import type { OrganizationProfilePayload } from './operation';

/** An organization's profile as the site shows it. */
export interface SeenOrganization {
  id: string;
  name: string;
  details?: SeenDetails | undefined;
  entitlements?: SeenEntitlements | undefined;
  customers?: readonly { id?: string | undefined }[] | undefined;
}

/** What the site does not show as it was asked for: empty when all of it was seen. */
export function organizationLacks(
  { name, details = [], associateCustomers, associateProducts }: OrganizationProfilePayload,
  seen: SeenOrganization,
  same: Same,
): Lack[] {
  const members = new Set((seen.customers ?? []).map(({ id }) => id));
  return [
    ...(name === undefined || same(name, seen.name) ? [] : [{ part: 'name', what: 'Name' }]),
    ...valuesLacking(details, seen.details, same),
    ...(associateCustomers?.customerIds ?? [])
      .filter((id) => !members.has(id))
      .map((id) => ({ part: 'customers', what: `Customer ${id}` })),
    ...productsLacking(associateProducts?.productIds ?? [], 'ORGANIZATION', seen.entitlements),
  ];
}

/** The parts that a payload writes, as the lacks name them. */
export const partsOfOrganization = ({
  name,
  details = [],
  associateCustomers,
  associateProducts,
}: OrganizationProfilePayload): string[] => [
  ...(name === undefined ? [] : ['name']),
  ...details.map((detail) => detail.name),
  ...(associateCustomers === undefined ? [] : ['customers']),
  ...(associateProducts === undefined ? [] : ['products']),
];
