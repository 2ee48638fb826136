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
  /**
   * A value that is refused takes the account back with it. Organizations and products that cannot be joined are left
   * out without a word: the answer lists those that were. CSM reference, create customer profile.
   */
  'create-customer-profile': ({ site, body, caller }) => {
    const { state } = site;
    const { details = [], associateOrganizations, associateProducts, ...account } = body();
    const customer = createCustomer(state, account, site.now());
    if (customer instanceof Refusal) throw customer;
    const entity = { id: customer.id, type: 'CUSTOMER' } as const;
    const written = details.map((detail) =>
      writeDetail(state, { type: 'customer', details: customer.details }, { ...detail, change: 'UPDATE' }, caller),
    );
    const refusal = written.find((result) => result instanceof Refusal);
    if (refusal !== undefined) {
      deleteCustomer(state, customer);
      throw refusal;
    }
    for (const id of associateOrganizations?.organizationIds ?? []) joinOrganization(state, customer, String(id));
    for (const id of associateProducts?.productIds ?? []) associateProduct(state, entity, id);
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
