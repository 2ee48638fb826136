import type { CustomerView, OrganizationName } from '../../../contract/customers';
import { detailValuesOf } from '../../../csm/detail-values';
import type { CustomerOrganization } from '../../../csm/contract/schemas.gen';
import type { SiteError } from '../../../platform/http/site-error';
import type { Handler, Visit } from '../../define';
import { part } from '../../part';

const isMissing = ({ kind }: SiteError): boolean => kind === 'not-found';

/** Both parts at once. One that the site refuses does not cost the other; a customer that is not there costs both. */
export const get: Handler<'customers.get'> = async ({ id }, { csm }): Promise<CustomerView> => {
  const [account, profile] = await Promise.all([
    part('customers.get', readAccount(csm, id), isMissing),
    part('customers.get', readProfile(csm, id), isMissing),
  ]);
  return { id, account, profile };
};

async function readAccount(csm: Visit['csm'], customerId: string) {
  const { displayName, email } = await csm.call('get-customer-account', { path: { customerId } });
  return { displayName, email: email ?? null };
}

async function readProfile(csm: Visit['csm'], customerId: string) {
  const { details, organizations } = await csm.call('get-customer', { path: { customerId } });
  return { details: detailValuesOf(details), organizations: organizationNames(organizations) };
}

/** An organization without a name is called by its id. */
export function organizationNames(organizations: readonly CustomerOrganization[] = []): OrganizationName[] {
  return organizations.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name: name ?? id }]));
}
