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
import { type Gathered, limits, setupProblemsOf, updateValues } from './kind';
import type { DetailValuesOperation } from './operation';
import { changePlace } from './place';
import { writtenValues } from './written';

/** Detail values of customers, by `customer/details/bulk` or by a call for each field. */
export const customerDetails = defineKind<Gathered & NamedCustomer, DetailValuesOperation>({
  id: 'customer-details',
  words: {
    one: 'customer',
    many: 'customers',
    title: 'Customer detail values',
    purpose: 'Replace, add or clear detail values of customers your site has.',
    row: 'Each row is one customer, with the values to change.',
    identity:
      'Customers are identified by email, External ID or customer ID. Each email or External ID takes a search on your site, a customer ID none.',
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
  undo: { created: null },
  permission: 'Use Customer Service Management',
  places: lookedUpCustomerPlaces(),
  detail: (field) => changePlace(field),
  setupProblems: setupProblemsOf(
    CUSTOMER_TARGETS,
    'Map a column to the email, the External ID or the customer ID to identify the customers.',
  ),
  newPayload: () => ({ changes: [] }),
  siteId: ({ id }) => id,
  weighs: ({ operations }) => operations.length,
  writes: writtenValues,
  finish: ({ changes, ...named }, _plan, idOf) => {
    if (changes.length === 0) return ofWholeRow('The row changes nothing: it has no detail values.');
    const id = customerIdOf(named, idOf);
    if (id === null) return ofWholeRow(NO_CUSTOMER);
    return { operation: { id, operations: changes }, identities: identitiesOfCustomer(named) };
  },
});
