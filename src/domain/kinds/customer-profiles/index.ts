import type { ImportColumn, ImportPlan } from '../../../contract/imports';
import { detailPlace } from '../detail-place';
import { type Identity, type SetupProblem, defineKind } from '../kind';
import { type RowProblem, ofWholeRow } from '../problem';
import { type CustomerProfileOperation, type CustomerProfilePayload, operationTypes } from './operation';
import { customerPlaces } from './places';

export const CUSTOMER_PROFILES = 'customer-profiles';

/** Customers with their values, organizations and products, by `customer/profile/bulk`. */
export const customerProfiles = defineKind<CustomerProfilePayload, CustomerProfileOperation>({
  id: CUSTOMER_PROFILES,
  words: {
    one: 'customer',
    many: 'customers',
    title: 'Customers',
    purpose: 'From a file to customers with details, organizations and products.',
    row: 'Each row is one customer: e-mail, name, detail values, organizations and products.',
    identity: 'A customer is told by e-mail or by customer id.',
    partly: 'The customer was written, but some value or association was refused.',
    lasting: 'Nothing is deleted. A detail value that is replaced cannot be brought back by the console.',
  },
  entity: 'customer',
  operations: [
    {
      id: 'UPSERT',
      name: 'Create or update',
      meaning: 'Customers your site has are updated, the others are created.',
      effect: 'created where your site does not have them, updated where it does',
      again: 'brings the customer to what your file says, either way',
    },
    {
      id: 'CREATE',
      name: 'Create only',
      meaning: 'Every row creates a customer. Rows of customers your site already has fail.',
      effect: 'created',
      again: 'is refused where your site has the customer, and creates it where not',
    },
    {
      id: 'UPDATE',
      name: 'Update only',
      meaning: 'Every row updates a customer. Rows of customers your site does not have fail.',
      effect: 'updated',
      again: 'writes the same values once more',
    },
  ],
  rowsPerRequest: 100,
  permission: 'Administer Jira',
  places: customerPlaces,
  detail: (field) => detailPlace(field, (payload, value) => (payload.details ??= []).push(value)),
  setupProblems,
  newPayload: () => ({}),
  finish,
});

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const has = (to: 'email' | 'customerId') => columns.some(({ target }) => target.to === to);
  if (operation === 'UPDATE' && !has('email') && !has('customerId')) {
    return [
      { column: null, message: 'Map a column to the e-mail or to the customer id, to say which customers to update.' },
    ];
  }
  if (operation !== 'UPDATE' && !has('email')) {
    return [{ column: null, message: 'Map a column to the e-mail: a customer cannot be created without one.' }];
  }
  if (operation !== 'CREATE') return [];
  const ids = columns.filter(({ target }) => target.to === 'customerId');
  return ids.map(({ header }) => ({
    column: header,
    message: 'A customer that is created has no id yet. Do not import this column, or choose another operation.',
  }));
}

function finish(payload: CustomerProfilePayload, plan: ImportPlan) {
  const missing = missingIdentity(payload, plan);
  if (missing !== null) return missing;
  const operationType = operationTypes.find((type) => type === plan.operation);
  if (operationType === undefined) return ofWholeRow(`Customers cannot be imported as "${plan.operation}".`);
  return { operation: { operationType, payload }, identities: identitiesOf(payload) };
}

/** Why the payload does not name its customer, or null. A customer is created by e-mail only. CSM reference. */
function missingIdentity({ email, customerId }: CustomerProfilePayload, plan: ImportPlan): RowProblem | null {
  if (email !== undefined) return null;
  if (plan.operation === 'CREATE')
    return ofWholeRow('The row has no e-mail address. A customer cannot be created without one.');
  if (customerId !== undefined) return null;
  return ofWholeRow('The row names no customer: it has neither an e-mail address nor an id.');
}

function identitiesOf({ email, customerId }: CustomerProfilePayload): Identity[] {
  const identities: Identity[] = [];
  if (email !== undefined) identities.push({ place: 'email', value: email });
  if (customerId !== undefined) identities.push({ place: 'customerId', value: customerId });
  return identities;
}
