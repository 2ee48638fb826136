import type {
  BulkManageOrganizationProfileOperation,
  BulkOrganizationOperationRequest,
} from '../../../src/csm/contract/schemas.gen';
import { associateProduct, joinOrganization } from '../associations';
import type { Organization } from '../model';
import { renameOrganization } from '../organizations';
import { badRequest, notFound, Refusal } from '../refusal';
import { fold } from '../registry';
import { createMeantOrganization, meantOrganization } from './meant';
import { failureOf, failuresOf, organizationTouches, rowOf, writeDetails, type Failures, type RowSite } from './row';
import type { TaskFailure, TaskRow } from './task';

type Payload = BulkManageOrganizationProfileOperation['payload'];

/**
 * One organization of a bulk request of names alone: a profile without parts, which is updated by its id only.
 * @throws Refusal 400 where the row does not say which organization it is about, or updates nothing.
 */
export function organizationRow(at: RowSite, operation: BulkOrganizationOperationRequest): TaskRow {
  const { operationType, payload } = operation;
  if (operationType === 'UPDATE' && payload.id === undefined) throw badRequest('An organization is updated by its id.');
  return organizationProfileRow(at, operation);
}

/**
 * One organization of a bulk request of profiles.
 * @throws Refusal 400 where the row does not say which organization it is about, or updates nothing.
 */
export function organizationProfileRow(
  at: RowSite,
  { operationType, payload }: BulkManageOrganizationProfileOperation,
): TaskRow {
  const { id, name } = payload;
  if (id === undefined && name === undefined) throw badRequest('An organization has a name or an id.');
  if (operationType === 'CREATE' && name === undefined) throw badRequest('An organization is created with its name.');
  if (operationType === 'UPDATE' && !changesSomething(payload)) {
    throw badRequest('An update has a new name, details, customers or products.');
  }
  const subject = id ?? fold(name ?? '');
  const failures = failuresOf('ORGANIZATION', subject, operationType);
  return rowOf(failures, {
    subject,
    touches: organizationTouches(at.site, id, name),
    apply: () => {
      const organization = writeOrganization(at, operationType, payload);
      if (organization instanceof Refusal) return [failures.whole(organization.message)];
      return writeParts(at, organization, payload, failures);
    },
  });
}

/** Beside an id the name is the new one; by itself it says whom the row means. */
const changesSomething = ({ id, name, details, associateCustomers, associateProducts }: Payload): boolean =>
  (id !== undefined && name !== undefined) ||
  [details, associateCustomers, associateProducts].some((part) => part !== undefined);

/** CREATE fails if it exists, UPDATE if it does not. CSM reference. */
function writeOrganization(
  { site }: RowSite,
  operationType: 'CREATE' | 'UPDATE' | 'UPSERT',
  payload: Payload,
): Organization | Refusal {
  const { id, name = '' } = payload;
  const known = meantOrganization(site, payload);
  if (operationType === 'CREATE' || (operationType === 'UPSERT' && known === undefined)) {
    return createMeantOrganization(site, payload);
  }
  if (known === undefined) return notFound(`There is no organization ${id ?? name}.`);
  const refusal = name === '' ? null : renameOrganization(site.state, known, name);
  return refusal ?? known;
}

function writeParts(at: RowSite, organization: Organization, payload: Payload, failures: Failures): TaskFailure[] {
  const { state } = at.site;
  const entity = { id: organization.id, type: 'ORGANIZATION' } as const;
  const writes = (payload.details ?? []).map((detail) => ({ ...detail, change: 'UPDATE' as const }));
  const associate = (customerId: string): Refusal | null => {
    const customer = state.customers.get(customerId);
    if (customer === undefined) return notFound(`There is no customer ${customerId}.`);
    return joinOrganization(state, customer, organization.id);
  };
  return [
    ...writeDetails(at, { type: 'organization', details: organization.details }, writes, failures),
    ...(payload.associateCustomers?.customerIds ?? []).flatMap((id) =>
      failureOf(associate(id), (error) => failures.part('ASSOCIATE_CUSTOMER', [id], error)),
    ),
    ...(payload.associateProducts?.productIds ?? []).flatMap((id) =>
      failureOf(associateProduct(state, entity, id), (error) => failures.part('ASSOCIATE_PRODUCT', [id], error)),
    ),
  ];
}
