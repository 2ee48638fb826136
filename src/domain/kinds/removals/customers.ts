import {
  CUSTOMER_TARGETS,
  NO_CUSTOMER,
  type NamedCustomer,
  customerIdOf,
  identitiesOfCustomer,
  lookedUpCustomerPlaces,
} from '../identities/customer';
import { defineKind } from '../kind';
import { ofWholeRow } from '../problem';

/** A customer who is deleted. */
export interface CustomerRemoval {
  id: string;
}

/** Deletes customers, each by a call of its own. */
export const customerRemovals = defineKind<NamedCustomer, CustomerRemoval>({
  id: 'customer-removals',
  words: {
    one: 'customer',
    many: 'customers',
    title: 'Delete customers',
    purpose: 'Delete customers from a list, with their values and entitlements.',
    row: 'Each row is one customer to delete.',
    identity:
      'Customers are identified by email, External ID or customer ID. The first two take a search each on your site.',
    partly: 'The customer was deleted in part.',
    lasting:
      'Customers are deleted for good, with their detail values and entitlements. Before each goes, the job saves their record for you to download. Importing that again creates new customers with new IDs.',
  },
  group: 'removals',
  entity: null,
  operations: [
    {
      id: 'DELETE',
      name: 'Delete',
      meaning: 'Every row deletes a customer. Rows fail if your site doesn’t have the customer.',
      effect: 'deleted',
      again: 'deletes the customer if your site still has them',
      verb: 'Delete',
    },
  ],
  routes: ['direct'],
  rowsPerRequest: 1,
  removes: true,
  goes: [
    { part: 'email', head: 'Email' },
    { part: 'organizations', head: 'Organizations' },
    { part: 'entitlements', head: 'Entitlements' },
  ],
  isAboutFirstReference: true,
  permission: 'Administer Jira',
  places: lookedUpCustomerPlaces(),
  setupProblems: (columns) =>
    columns.some(({ target }) => CUSTOMER_TARGETS.includes(target.to))
      ? []
      : [{ column: null, message: 'Map a column to the email, the External ID or the customer ID of the customers.' }],
  newPayload: () => ({}),
  siteId: ({ id }) => id,
  finish: (named, _plan, idOf) => {
    const id = customerIdOf(named, idOf);
    return id === null ? ofWholeRow(NO_CUSTOMER) : { operation: { id }, identities: identitiesOfCustomer(named) };
  },
});
