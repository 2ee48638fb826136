import type {
  BulkManageOrganizationProfileOperation,
  BulkOrganizationOperationRequest,
} from '../../../src/csm/contract/schemas.gen';
import { associateProduct, joinOrganization } from '../associations';
import type { Organization } from '../model';
import { createOrganization, renameOrganization } from '../organizations';
import { badRequest, notFound, Refusal } from '../refusal';
import { fold } from '../registry';
import { failureOf, failuresOf, organizationTouches, rowOf, writeDetails, type Failures, type RowSite } from './row';
import type { TaskFailure, TaskRow } from './task';

type Payload = BulkManageOrganizationProfileOperation['payload'];

/**
 * One organization of a bulk request, of profiles or of names alone: the latter is the former without parts.
 * @throws Refusal 400 where the row does not say which organization it is about.
 */
export function organizationRow(
  at: RowSite,
  { operationType, payload }: BulkManageOrganizationProfileOperation | BulkOrganizationOperationRequest,
): TaskRow {
  const { id, name } = payload;
  if (id === undefined && name === undefined) throw badRequest('An organization has a name or an id.');
  if (operationType === 'CREATE' && name === undefined) throw badRequest('An organization is created with its name.');
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

/** CREATE fails if it exists, UPDATE if it does not; an id that is not there is never created. CSM reference. */
function writeOrganization(
  { site: { state } }: RowSite,
  operationType: 'CREATE' | 'UPDATE' | 'UPSERT',
  { id, name = '' }: Payload,
): Organization | Refusal {
  if (operationType === 'CREATE') return createOrganization(state, name);
  const known = id === undefined ? state.organizations.find(name) : state.organizations.get(id);
  if (known === undefined) {
    return operationType === 'UPSERT' && id === undefined
      ? createOrganization(state, name)
      : notFound(`There is no organization ${id ?? name}.`);
  }
  const refusal = name === '' ? null : renameOrganization(state, known, name);
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
