import type { BulkCustomerAccountOperationRequest } from '../../../src/csm/contract/schemas.gen';
import { renameCustomer } from '../customers';
import { badRequest, notFound, Refusal } from '../refusal';
import { fold } from '../registry';
import { createMeantCustomer, meantCustomer } from './meant';
import { customerTouches, failuresOf, rowOf, type RowSite } from './row';
import type { TaskRow } from './task';

/**
 * One customer of a bulk account request.
 * @throws Refusal 400 where the row does not say which customer it is about, or changes nothing.
 */
export function customerAccountRow(
  { site }: RowSite,
  { operationType, payload }: BulkCustomerAccountOperationRequest,
): TaskRow {
  const { customerId, email, displayName } = payload;
  if (operationType === 'CREATE' && email === undefined) throw badRequest('A customer is created with its e-mail.');
  if (operationType === 'UPDATE' && customerId === undefined && email === undefined) {
    throw badRequest('A customer has an e-mail or a customer id.');
  }
  if (operationType === 'UPDATE' && displayName === undefined) throw badRequest('An update has a display name.');
  const subject = customerId ?? fold(email ?? '');
  const failures = failuresOf('CUSTOMER', subject, operationType);
  const write = (): Refusal | null => {
    if (operationType === 'CREATE') {
      const created = createMeantCustomer(site, payload);
      return created instanceof Refusal ? created : null;
    }
    const known = meantCustomer(site, payload);
    if (known === undefined) return notFound(`There is no customer ${subject}.`);
    return renameCustomer(known, displayName ?? '');
  };
  return rowOf(failures, {
    subject,
    touches: customerTouches(site, customerId, email),
    apply: () => {
      const refusal = write();
      return refusal === null ? [] : [failures.whole(refusal.message)];
    },
  });
}
