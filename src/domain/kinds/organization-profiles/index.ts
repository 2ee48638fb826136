import type { ImportColumn, ImportPlan } from '../../../contract/imports';
import { detailPlace } from '../detail-place';
import { identitiesOfOrganization, organizationIdPlace, organizationNamePlace } from '../identities/organization';
import { type SetupProblem, defineKind } from '../kind';
import { type RowProblem, ofWholeRow } from '../problem';
import { productPlaces } from '../product-places';
import type { IdOf } from '../reference';
import { type Members, memberPlaces } from './members';
import { type OrganizationProfileOperation, type OrganizationProfilePayload, operationTypes } from './operation';
import { writtenToOrganization } from './written';

interface Gathered extends Omit<OrganizationProfilePayload, 'associateCustomers'>, Members {}

/** Organizations with their values, customers and products, by `organization/profile/bulk`. */
export const organizationProfiles = defineKind<Gathered, OrganizationProfileOperation>({
  id: 'organization-profiles',
  words: {
    one: 'organization',
    many: 'organizations',
    title: 'Organizations',
    purpose: 'Import organizations from a file, with details, customers and products.',
    row: 'Each row is one organization, with its name, detail values, customers and products.',
    identity:
      'Organizations are identified by name or organization ID. Where a row has both, the name is the new name.',
    partly: 'The organization was saved, but some values or associations were refused.',
    lasting: 'Nothing is deleted. The console can’t restore names and detail values that are replaced.',
  },
  group: 'organizations',
  entity: 'organization',
  operations: [
    {
      id: 'UPSERT',
      name: 'Create or update',
      meaning: 'Updates organizations your site already has, and creates the others.',
      effect: 'created, or updated if your site already has them',
      done: 'created or updated',
      again: 'brings the organization in line with your file either way',
    },
    {
      id: 'CREATE',
      name: 'Create only',
      meaning: 'Every row creates an organization. Rows fail if your site already has one with this name.',
      effect: 'created',
      again: 'is refused if your site already has the organization, and creates it if not',
    },
    {
      id: 'UPDATE',
      name: 'Update only',
      meaning: 'Every row updates an organization. Rows fail if your site doesn’t have the organization.',
      effect: 'updated',
      again: 'writes the same values again',
    },
  ],
  rowsPerRequest: 100,
  undo: { created: 'organization-removals' },
  reach: 'its customers',
  permission: 'Use Customer Service Management',
  places: [
    organizationNamePlace(),
    organizationIdPlace(),
    ...memberPlaces<Gathered>(),
    ...productPlaces<Gathered>((payload, productIds) => {
      payload.associateProducts = { productIds };
    }),
  ],
  detail: (field) => detailPlace(field, (payload, value) => (payload.details ??= []).push(value)),
  setupProblems,
  newPayload: () => ({}),
  finish,
  siteId: ({ payload }) => payload.id,
  writes: ({ payload }) => writtenToOrganization(payload),
  // Without a name an organization is never created. CSM reference, organization/profile/bulk.
  doneTo: ({ operationType, payload }) =>
    operationType === 'UPSERT' && payload.name === undefined ? 'updated' : undefined,
});

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const has = (to: string) => columns.some(({ target }) => target.to === to);
  if (operation === 'UPDATE' && !has('name') && !has('organizationId')) {
    return [{ column: null, message: 'Map a column to the name or the ID to identify the organizations to update.' }];
  }
  if (operation !== 'UPDATE' && !has('name')) {
    return [{ column: null, message: 'Map a column to the name. An organization can’t be created without one.' }];
  }
  if (operation !== 'CREATE') return [];
  const ids = columns.filter(({ target }) => target.to === 'organizationId');
  return ids.map(({ header }) => ({
    column: header,
    message: 'New organizations don’t have an ID yet. Don’t import this column, or choose another operation.',
  }));
}

function finish({ memberIds, memberEmails, ...fields }: Gathered, plan: ImportPlan, idOf: IdOf) {
  const customerIds = memberIds ?? memberEmails?.map((value) => idOf({ entity: 'customer', by: 'email', value }));
  const payload = { ...fields, ...(customerIds && { associateCustomers: { customerIds: [...new Set(customerIds)] } }) };
  const missing = missingIdentity(payload, plan) ?? missingChange(payload, plan);
  if (missing !== null) return missing;
  const operationType = operationTypes.find((type) => type === plan.operation);
  if (operationType === undefined) return ofWholeRow(`Organizations can’t be imported as "${plan.operation}".`);
  return { operation: { operationType, payload }, identities: identitiesOfOrganization(payload) };
}

/** Why the payload does not name its organization, or null. One is created by its name only. CSM reference. */
function missingIdentity({ id, name }: OrganizationProfilePayload, { operation }: ImportPlan): RowProblem | null {
  if (name !== undefined) return null;
  if (operation === 'CREATE')
    return ofWholeRow('The row has no organization name. An organization can’t be created without one.');
  return id === undefined ? ofWholeRow('The row doesn’t identify an organization: it has no name and no ID.') : null;
}

/** Why the row updates nothing, or null. The site refuses the whole request of such a row. CSM reference, organization/profile/bulk. */
function missingChange(payload: OrganizationProfilePayload, { operation }: ImportPlan): RowProblem | null {
  const { id, name, details, associateCustomers, associateProducts } = payload;
  const change = details ?? associateCustomers ?? associateProducts ?? (id === undefined ? undefined : name);
  if (operation !== 'UPDATE' || change !== undefined) return null;
  return ofWholeRow('The row changes nothing: only the cells that identify the organization are filled.');
}
