import type { ImportColumn, ImportPlan } from '../../contract/imports';
import {
  type NamedCustomer,
  customerIdPlace,
  displayNamePlace,
  emailPlace,
  identitiesOfCustomer,
} from './identities/customer';
import { type SetupProblem, defineKind } from './kind';
import { type RowProblem, ofWholeRow } from './problem';

interface CustomerAccountPayload extends NamedCustomer {
  displayName?: string;
}

/** One item of `customerAccounts` in the body of `customer/bulk`. CSM reference, BulkCustomerAccountOperationRequest. */
export interface CustomerAccountOperation {
  operationType: 'CREATE' | 'UPDATE';
  payload: CustomerAccountPayload;
}

/** Accounts alone, by `customer/bulk`: it asks for no right to profiles, and touches no values. */
export const customerAccounts = defineKind<CustomerAccountPayload, CustomerAccountOperation>({
  id: 'customer-accounts',
  words: {
    one: 'customer account',
    many: 'customer accounts',
    title: 'Customer accounts',
    purpose: 'Create accounts or change display names, and nothing else.',
    row: 'Each row is one customer account, with an email and a display name.',
    identity: 'Accounts are identified by email or customer ID.',
    partly: 'The account was saved, but its display name was refused.',
    lasting: 'Nothing is deleted. The console can’t restore display names that are replaced.',
  },
  group: 'customers',
  entity: null,
  operations: [
    {
      id: 'CREATE',
      name: 'Create only',
      meaning: 'Every row creates an account. Rows fail if your site already has the customer.',
      effect: 'created',
      again: 'is refused if your site already has the customer, and creates them if not',
    },
    {
      id: 'UPDATE',
      name: 'Update only',
      meaning: 'Every row changes the display name of a customer. Rows fail if your site doesn’t have the customer.',
      effect: 'updated',
      again: 'writes the same display name again',
    },
  ],
  rowsPerRequest: 50,
  permission: 'Administer Jira',
  places: [
    emailPlace(),
    customerIdPlace(),
    displayNamePlace((payload, value) => {
      payload.displayName = value;
    }),
  ],
  setupProblems,
  newPayload: () => ({}),
  finish,
  siteId: ({ payload }) => payload.customerId,
});

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const has = (to: string) => columns.some(({ target }) => target.to === to);
  if (operation === 'CREATE') {
    if (has('email')) return newCustomersHaveNoId(columns);
    return [{ column: null, message: 'Map a column to the email. A customer can’t be created without one.' }];
  }
  if (!has('email') && !has('customerId')) {
    return [
      { column: null, message: 'Map a column to the email or the customer ID to identify the customers to update.' },
    ];
  }
  return has('displayName') ? [] : [{ column: null, message: 'Map a column to the display name to change.' }];
}

const newCustomersHaveNoId = (columns: readonly ImportColumn[]): SetupProblem[] =>
  columns
    .filter(({ target }) => target.to === 'customerId')
    .map(({ header }) => ({
      column: header,
      message: 'New customers don’t have an ID yet. Don’t import this column, or choose another operation.',
    }));

function finish(payload: CustomerAccountPayload, { operation }: ImportPlan) {
  const missing = operation === 'CREATE' ? missingForCreate(payload) : missingForUpdate(payload);
  if (missing !== null) return missing;
  const operationType = operation === 'CREATE' ? ('CREATE' as const) : ('UPDATE' as const);
  return { operation: { operationType, payload }, identities: identitiesOfCustomer(payload) };
}

const missingForCreate = ({ email }: CustomerAccountPayload): RowProblem | null =>
  email === undefined ? ofWholeRow('The row has no email address. A customer can’t be created without one.') : null;

function missingForUpdate({ email, customerId, displayName }: CustomerAccountPayload): RowProblem | null {
  if (email === undefined && customerId === undefined)
    return ofWholeRow('The row doesn’t identify a customer: it has no email address and no ID.');
  return displayName === undefined ? ofWholeRow('The row changes nothing: it has no display name.') : null;
}
