import type { ImportColumn, ImportPlan } from '../../../contract/imports';
import { detailPlace } from '../detail-place';
import { identitiesOfCustomer } from '../identities/customer';
import { type SetupProblem, defineKind } from '../kind';
import { type RowProblem, ofWholeRow } from '../problem';
import type { IdOf } from '../reference';
import { type CustomerProfileOperation, type CustomerProfilePayload, operationTypes } from './operation';
import { type Gathered, customerPlaces } from './places';
import { relatedOf, relatedPlace, relatedSetupProblems, saysNothing } from './related';
import { writtenToCustomer } from './written';

export const CUSTOMER_PROFILES = 'customer-profiles';

/** The detail field by which customers can be found, as the vendor's sites have it by default. */
export const EXTERNAL_ID = 'External ID';

/** Customers with their values, organizations and products, by `customer/profile/bulk`. */
export const customerProfiles = defineKind<Gathered, CustomerProfileOperation>({
  id: CUSTOMER_PROFILES,
  words: {
    one: 'customer',
    many: 'customers',
    title: 'Customers',
    purpose: 'Import customers from a file, with details, organizations and products.',
    row: 'Each row is one customer, with their email, name, detail values, organizations and products.',
    identity: 'Customers are identified by email or customer ID.',
    partly: 'The customer was saved, but some values or associations were refused.',
    lasting: 'Nothing is deleted. The console can’t restore detail values that are replaced.',
  },
  group: 'customers',
  entity: 'customer',
  relates: ['organization', 'entitlement'],
  operations: [
    {
      id: 'UPSERT',
      name: 'Create or update',
      meaning: 'Updates customers your site already has, and creates the others.',
      effect: 'created, or updated if your site already has them',
      done: 'created or updated',
      again: 'brings the customer in line with your file either way',
    },
    {
      id: 'CREATE',
      name: 'Create only',
      meaning: 'Every row creates a customer. Rows fail if your site already has the customer.',
      effect: 'created',
      again: 'is refused if your site already has the customer, and creates them if not',
    },
    {
      id: 'UPDATE',
      name: 'Update only',
      meaning: 'Every row updates a customer. Rows fail if your site doesn’t have the customer.',
      effect: 'updated',
      again: 'writes the same values again',
    },
  ],
  rowsPerRequest: 100,
  undo: { created: 'customer-removals' },
  permission: 'Administer Jira',
  places: customerPlaces,
  detail: (field) => detailPlace(field, (payload, value) => (payload.details ??= []).push(value)),
  relatedDetail: relatedPlace,
  setupProblems: (columns, operation) => [...setupProblems(columns, operation), ...relatedSetupProblems(columns)],
  newPayload: () => ({}),
  finish,
  siteId: ({ payload }) => payload.customerId,
  writes: ({ payload }) => writtenToCustomer(payload),
  // Without an email a customer is never created. CSM reference, customer/profile/bulk.
  doneTo: ({ operationType, payload }) =>
    operationType === 'UPSERT' && payload.email === undefined ? 'updated' : undefined,
});

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const has = (to: 'email' | 'customerId' | 'externalId') => columns.some(({ target }) => target.to === to);
  if (operation === 'UPDATE' && !has('email') && !has('customerId') && !has('externalId')) {
    return [
      {
        column: null,
        message: 'Map a column to the email, the External ID or the customer ID to identify the customers to update.',
      },
    ];
  }
  if (operation !== 'UPDATE' && !has('email')) {
    return [{ column: null, message: 'Map a column to the email. A customer can’t be created without one.' }];
  }
  if (operation !== 'CREATE') return [];
  const ids = columns.filter(({ target }) => target.to === 'customerId' || target.to === 'externalId');
  return ids.map(({ header, target }) => ({
    column: header,
    message:
      target.to === 'externalId'
        ? 'Nobody is looked for where all are created. Map this column to the detail field, or choose another operation.'
        : 'New customers don’t have an ID yet. Don’t import this column, or choose another operation.',
  }));
}

function finish(gathered: Gathered, plan: ImportPlan, idOf: IdOf) {
  const given = withoutRelated(gathered);
  const related = relatedOf(
    gathered.related,
    given.associateOrganizations?.organizationIds,
    given.associateProducts?.productIds,
  );
  if ('message' in related) return related;
  const payload = related.entitlement === null ? given : withoutProducts(given);
  const missing = missingIdentity(payload, plan) ?? missingChange(payload, plan, related.entitlement !== null);
  if (missing !== null) return missing;
  const operationType = operationTypes.find((type) => type === plan.operation);
  if (operationType === undefined) return ofWholeRow(`Customers can’t be imported as "${plan.operation}".`);
  const identities = identitiesOfCustomer(payload);
  const operation = { operationType, payload: withId(payload, plan, idOf) };
  return related === saysNothing ? { operation, identities } : { operation, identities, related };
}

/** What the row says of the customer; the very object where it says nothing else, as nearly all rows do. */
function withoutRelated(gathered: Gathered): CustomerProfilePayload {
  if (gathered.related === undefined) return gathered;
  const { related: _, ...own } = gathered;
  return own;
}

/** The job that writes the values of an entitlement grants its product, too: granting it twice is refused. */
function withoutProducts({ associateProducts: _, ...payload }: CustomerProfilePayload): CustomerProfilePayload {
  return payload;
}

/** The payload by the id of who has the External ID; else by the email, and with the External ID as a value. */
function withId(given: CustomerProfilePayload, plan: ImportPlan, idOf: IdOf): CustomerProfilePayload {
  if (given.externalId === undefined) return given;
  const { externalId, ...payload } = given;
  if (payload.customerId !== undefined) return payload;
  const orCreates = plan.operation === 'UPSERT' ? payload.email : undefined;
  const reference = { entity: 'customer', by: EXTERNAL_ID, value: externalId } as const;
  const customerId = idOf(orCreates === undefined ? reference : { ...reference, orCreates });
  if (customerId !== '' || orCreates === undefined) return { ...payload, customerId };
  return { ...payload, details: [...(payload.details ?? []), { name: EXTERNAL_ID, values: [externalId] }] };
}

/** Why the payload does not name its customer, or null. A customer is created by e-mail only. CSM reference. */
function missingIdentity(
  { email, customerId, externalId }: CustomerProfilePayload,
  plan: ImportPlan,
): RowProblem | null {
  if (email !== undefined) return null;
  if (plan.operation === 'CREATE')
    return ofWholeRow('The row has no email address. A customer can’t be created without one.');
  if (customerId !== undefined || externalId !== undefined) return null;
  return ofWholeRow('The row doesn’t identify a customer: it has no email address and no ID.');
}

/** Why the row updates nothing, or null. The site refuses the whole request of such a row. CSM reference, customer/profile/bulk. */
function missingChange(
  payload: CustomerProfilePayload,
  { operation }: ImportPlan,
  hasEntitlement: boolean,
): RowProblem | null {
  const { displayName, details, associateOrganizations, associateProducts } = payload;
  const change = displayName ?? details ?? associateOrganizations ?? associateProducts;
  if (operation !== 'UPDATE' || change !== undefined) return null;
  if (hasEntitlement)
    return ofWholeRow('The row changes nothing of the customer. Import values of entitlements alone as entitlements.');
  return ofWholeRow('The row changes nothing: only the cells that identify the customer are filled.');
}
