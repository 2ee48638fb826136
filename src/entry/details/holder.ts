import type { DetailHolder } from '../../contract/details';
import type { CsmClient } from '../../csm/client';
import type { DetailField, DetailFieldValue } from '../../csm/contract/schemas.gen';

/** Every field of one entity that the caller may see, with what it holds. Rejects with SiteError. */
export async function readDetails(csm: CsmClient, { entity, id }: DetailHolder): Promise<DetailField[]> {
  switch (entity) {
    case 'customer':
      return (await csm.call('get-customer', { path: { customerId: id } })).details;
    case 'organization':
      return (await csm.call('get-organization', { path: { organizationId: id } })).details;
    case 'entitlement':
      return (await csm.call('get-entitlement', { path: { entitlementId: id } })).details;
  }
}

/** Replaces the values of one field; none clear it. Rejects with SiteError. */
export function writeDetail(
  csm: CsmClient,
  { entity, id }: DetailHolder,
  fieldName: string,
  values: string[],
): Promise<DetailFieldValue> {
  const input = { query: { fieldName }, body: { values } };
  switch (entity) {
    case 'customer':
      return csm.call('update-field-value-for-customer', { path: { customerId: id }, ...input });
    case 'organization':
      return csm.call('update-field-value-for-organizations', { path: { organizationId: id }, ...input });
    case 'entitlement':
      return csm.call('update-field-value-for-entitlement', { path: { entitlementId: id }, ...input });
  }
}
