import { type NamedCustomer, customerIdPlace, emailPlace, identitiesOfCustomer } from '../identities/customer';
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
    identity: 'Customers are identified by email or customer ID. Each email takes a search on your site.',
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
  isAboutFirstReference: true,
  permission: 'Administer Jira',
  places: [emailPlace(true), customerIdPlace()],
  setupProblems: (columns) =>
    columns.some(({ target }) => target.to === 'email' || target.to === 'customerId')
      ? []
      : [{ column: null, message: 'Map a column to the email or the customer ID to identify the customers.' }],
  newPayload: () => ({}),
  finish: ({ email, customerId }, _plan, idOf) => {
    if (customerId === undefined && email === undefined)
      return ofWholeRow('The row doesn’t identify a customer: it has no email address and no ID.');
    const id = customerId ?? idOf({ entity: 'customer', by: 'email', value: email ?? '' });
    return {
      operation: { id },
      identities: identitiesOfCustomer({ ...(email && { email }), ...(customerId && { customerId }) }),
    };
  },
});
