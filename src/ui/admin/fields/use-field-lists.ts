import type { DetailEntity } from '../../../contract/details';
import type { ResponseOf } from '../../../contract/resolvers';
import { call } from '../../shared/call';
import { type Resource, useResource } from '../../shared/use-resource';

export type FieldListResource = Resource<ResponseOf<'fields.list'>>;

const loadCustomers = () => call('fields.list', { entity: 'customer' });
const loadOrganizations = () => call('fields.list', { entity: 'organization' });
const loadEntitlements = () => call('fields.list', { entity: 'entitlement' });

/** The fields of each entity: every tab tells how many it has, and shows them at once. */
export function useFieldLists(): Record<DetailEntity, FieldListResource> {
  return {
    customer: useResource(loadCustomers),
    organization: useResource(loadOrganizations),
    entitlement: useResource(loadEntitlements),
  };
}
