import type { BulkDetailFieldOperation } from '../../../src/csm/contract/schemas.gen';
import { isPortalOnly } from '../model';
import { badRequest } from '../refusal';
import { customerTouches, failuresOf, organizationTouches, rowOf, writeDetails, type RowSite } from './row';
import type { TaskFailure, TaskRow } from './task';

/**
 * The detail values of one customer or organization in a bulk request.
 * @throws Refusal 400 for values beside a DELETE, which takes none.
 */
export function detailsRow(
  at: RowSite,
  type: 'customer' | 'organization',
  id: string,
  operations: readonly BulkDetailFieldOperation[],
): TaskRow {
  const { state, faults } = at.site;
  if (operations.some(({ operationType, payload }) => operationType === 'DELETE' && payload.values?.length)) {
    throw badRequest('A DELETE takes no values.');
  }
  const failures = failuresOf(type === 'customer' ? 'CUSTOMER' : 'ORGANIZATION', id, 'UPDATE');
  const writes = operations.map(({ operationType, payload }) => ({
    name: payload.name,
    values: payload.values ?? [],
    change: operationType,
    operation: operationType,
  }));
  const apply = (): readonly TaskFailure[] => {
    const entity = type === 'customer' ? state.customers.get(id) : state.organizations.get(id);
    const refused = faults.bulkDetailsPortalOnly && type === 'customer' && !isPortalOnly(id);
    if (entity === undefined || refused) return [failures.whole(`There is no ${type} ${id}.`)];
    return writeDetails(at, { type, details: entity.details }, writes, failures);
  };
  const touches =
    type === 'customer' ? customerTouches(at.site, id, undefined) : organizationTouches(at.site, id, undefined);
  return rowOf(failures, { subject: id, touches, apply });
}
