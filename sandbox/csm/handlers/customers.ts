import type { Handlers } from '../call';
import { createCustomer, deleteCustomer, renameCustomer } from '../customers';
import { detailsView } from '../details';
import { Refusal } from '../refusal';
import { organizationsOfView } from '../views';
import { customerOf } from './lookup';

export const customerHandlers: Handlers<
  'get-customer' | 'create-customer' | 'get-customer-account' | 'update-customer-account' | 'delete-customer-account'
> = {
  'get-customer': ({ site, param, caller }) => {
    const customer = customerOf(site, param('customerId'));
    return {
      id: customer.id,
      name: customer.displayName,
      details: detailsView(site.state, 'customer', customer.details, caller),
      organizations: organizationsOfView(site.state, customer),
    };
  },
  'create-customer': ({ site, body }) => {
    const customer = createCustomer(site.state, body(), site.now());
    if (customer instanceof Refusal) throw customer;
    return { customerId: customer.id, displayName: customer.displayName, email: customer.email };
  },
  'get-customer-account': ({ site, param }) => {
    const { displayName, email } = customerOf(site, param('customerId'));
    return { displayName, email };
  },
  'update-customer-account': ({ site, param, body }) => {
    const { displayName } = body();
    const customer = customerOf(site, param('customerId'));
    const refusal = renameCustomer(customer, displayName);
    if (refusal !== null) throw refusal;
    return { displayName: customer.displayName, email: customer.email };
  },
  'delete-customer-account': ({ site, param }) => {
    deleteCustomer(site.state, customerOf(site, param('customerId')));
    return undefined;
  },
};
