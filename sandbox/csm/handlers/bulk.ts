import type { Call, Handlers } from '../call';
import { DETAIL_OPERATIONS_PER_REQUEST } from '../limits';
import type { OperationId } from '../operation';
import { badRequest } from '../refusal';
import { customerAccountRow } from '../tasks/customer-account-row';
import { customerProfileRow } from '../tasks/customer-profile-row';
import { detailsRow } from '../tasks/details-row';
import { organizationProfileRow, organizationRow } from '../tasks/organization-row';
import type { RowSite } from '../tasks/row';
import { submitTask } from '../tasks/submit';

const rowSite = <Id extends OperationId>(call: Call<Id>): RowSite => ({ site: call.site, caller: call.caller });

/** @throws Refusal 400 over the limit of operations in all. CSM reference, bulk operations. */
function limitOperations<T extends { operations: readonly unknown[] }>(entities: readonly T[]): readonly T[] {
  const count = entities.reduce((sum, entity) => sum + entity.operations.length, 0);
  if (count > DETAIL_OPERATIONS_PER_REQUEST) {
    throw badRequest(
      `A request has at most ${DETAIL_OPERATIONS_PER_REQUEST} operations in all; this one has ${count}.`,
    );
  }
  return entities;
}

export const bulkHandlers: Handlers<
  | 'bulk-manage-multiple-customer-profiles'
  | 'bulk-create-customer-accounts'
  | 'bulk-update-customer-details'
  | 'bulk-manage-organization-profiles'
  | 'bulk-manage-organizations'
  | 'bulk-manage-organization-details'
> = {
  'bulk-manage-multiple-customer-profiles': (call) =>
    submitTask(call, 'BULK_CUSTOMER_PROFILE_CREATE_UPDATE', () =>
      call.body().customerProfiles.map((operation) => customerProfileRow(rowSite(call), operation)),
    ),
  'bulk-create-customer-accounts': (call) =>
    submitTask(call, 'BULK_CUSTOMER_ACCOUNT_CREATE_UPDATE', () =>
      call.body().customerAccounts.map((operation) => customerAccountRow(rowSite(call), operation)),
    ),
  'bulk-update-customer-details': (call) =>
    submitTask(call, 'BULK_CUSTOMER_DETAIL', () =>
      limitOperations(call.body().customers).map(({ customerId, operations }) =>
        detailsRow(rowSite(call), 'customer', customerId, operations),
      ),
    ),
  'bulk-manage-organization-profiles': (call) =>
    submitTask(call, 'BULK_ORGANIZATION_PROFILE_CREATE_UPDATE', () =>
      call.body().organizationProfiles.map((operation) => organizationProfileRow(rowSite(call), operation)),
    ),
  'bulk-manage-organizations': (call) =>
    submitTask(call, 'BULK_ORGANIZATION_CREATE_UPDATE', () =>
      call.body().organizations.map((operation) => organizationRow(rowSite(call), operation)),
    ),
  'bulk-manage-organization-details': (call) =>
    submitTask(call, 'BULK_ORGANIZATION_DETAIL', () =>
      limitOperations(call.body().organizations).map(({ id, operations }) =>
        detailsRow(rowSite(call), 'organization', id, operations),
      ),
    ),
};
