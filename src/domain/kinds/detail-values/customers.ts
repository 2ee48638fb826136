import { type NamedCustomer, customerIdPlace, emailPlace, identitiesOfCustomer } from '../identities/customer';
import { defineKind } from '../kind';
import { ofWholeRow } from '../problem';
import type { IdOf } from '../reference';
import { type Gathered, limits, setupProblemsOf, updateValues } from './kind';
import type { DetailValuesOperation } from './operation';
import { changePlace } from './place';

/** Detail values of customers, by `customer/details/bulk` or by a call for each field. */
export const customerDetails = defineKind<Gathered & NamedCustomer, DetailValuesOperation>({
  id: 'customer-details',
  words: {
    one: 'customer',
    many: 'customers',
    title: 'Customer detail values',
    purpose: 'Replace, add or clear detail values of customers your site already has, field by field.',
    row: 'Each row is one customer, with the values to change.',
    identity: 'Customers are identified by email or customer ID. Each email takes a search on your site, an ID none.',
    partly: 'Some values were saved, and others were refused.',
    lasting:
      'Nothing is deleted but the values you clear. The console can’t restore values that are replaced or cleared.',
  },
  group: 'customers',
  entity: 'customer',
  operations: [updateValues],
  isAboutFirstReference: true,
  routes: ['bulk', 'direct'],
  ...limits,
  permission: 'Use Customer Service Management',
  places: [emailPlace(true), customerIdPlace()],
  detail: (field) => changePlace(field),
  setupProblems: setupProblemsOf(
    ['email', 'customerId'],
    'Map a column to the email or the customer ID to identify the customers.',
  ),
  newPayload: () => ({ changes: [] }),
  finish: ({ changes, email, customerId }, _plan, idOf: IdOf) => {
    if (changes.length === 0) return ofWholeRow('The row changes nothing: it has no detail values.');
    if (customerId === undefined && email === undefined)
      return ofWholeRow('The row doesn’t identify a customer: it has no email address and no ID.');
    const id = customerId ?? idOf({ entity: 'customer', by: 'email', value: email ?? '' });
    return {
      operation: { id, operations: changes },
      identities: identitiesOfCustomer({ ...(email && { email }), ...(customerId && { customerId }) }),
    };
  },
});
