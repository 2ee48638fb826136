import { associateProduct, joinOrganization } from '../associations';
import type { Handlers } from '../call';
import { createCustomer, deleteCustomer } from '../customers';
import { writeDetail } from '../details';
import { Refusal } from '../refusal';
import { customerProfileView } from '../views';
import { customerOf } from './lookup';

export const customerProfileHandlers: Handlers<
  'get-customer-profile' | 'create-customer-profile' | 'get-multiple-customer-profiles'
> = {
  'get-customer-profile': ({ site, param, caller }) =>
    customerProfileView(site.state, customerOf(site, param('customerId')), caller, true),
  /** All or nothing: what is refused in a part takes the account back with it. */
  'create-customer-profile': ({ site, body, caller }) => {
    const { state } = site;
    const { details = [], associateOrganizations, associateProducts, ...account } = body();
    const customer = createCustomer(state, account, site.now());
    if (customer instanceof Refusal) throw customer;
    const entity = { id: customer.id, type: 'CUSTOMER' } as const;
    const refusals = [
      ...details.map((detail) =>
        writeDetail(state, { type: 'customer', details: customer.details }, { ...detail, change: 'UPDATE' }, caller),
      ),
      ...(associateOrganizations?.organizationIds ?? []).map((id) => joinOrganization(state, customer, String(id))),
      ...(associateProducts?.productIds ?? []).map((id) => associateProduct(state, entity, id)),
    ];
    const refusal = refusals.find((result) => result instanceof Refusal);
    if (refusal !== undefined) {
      deleteCustomer(state, customer);
      throw refusal;
    }
    return customerProfileView(state, customer, caller, true);
  },
  /** What is not found is left out. */
  'get-multiple-customer-profiles': ({ site, body, caller }) => {
    const { customerIds, expand = [] } = body();
    const withEntitlements = expand.includes('entitlements');
    const profiles = [...new Set(customerIds)].flatMap((id) => {
      const customer = site.state.customers.get(id);
      return customer === undefined ? [] : [customerProfileView(site.state, customer, caller, withEntitlements)];
    });
    return { profiles };
  },
};
