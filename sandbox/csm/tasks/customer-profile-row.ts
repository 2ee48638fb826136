import type { BulkManageCustomerProfileOperation } from '../../../src/csm/contract/schemas.gen';
import { associateProduct, joinOrganization } from '../associations';
import { createCustomer, renameCustomer } from '../customers';
import type { Customer } from '../model';
import { badRequest, notFound, Refusal } from '../refusal';
import { fold } from '../registry';
import { customerTouches, failureOf, failuresOf, rowOf, writeDetails, type Failures, type RowSite } from './row';
import type { TaskFailure, TaskRow } from './task';

type Operation = BulkManageCustomerProfileOperation;
type Payload = Operation['payload'];

/**
 * One customer of a bulk profile request.
 * @throws Refusal 400 where the row does not say which customer it is about.
 */
export function customerProfileRow(at: RowSite, { operationType, payload }: Operation): TaskRow {
  const { customerId, email } = payload;
  if (customerId === undefined && email === undefined) throw badRequest('A customer has an e-mail or a customer id.');
  if (operationType === 'CREATE' && email === undefined) throw badRequest('A customer is created with its e-mail.');
  const subject = customerId ?? fold(email ?? '');
  const failures = failuresOf('CUSTOMER', subject, operationType);
  return rowOf(failures, {
    subject,
    touches: customerTouches(at.site, customerId, email),
    apply: () => {
      const customer = writeAccount(at, operationType, payload);
      if (customer instanceof Refusal) return [failures.whole(customer.message)];
      return writeParts(at, customer, payload, failures);
    },
  });
}

/** CREATE fails if it exists, UPDATE if it does not; an id that is not there is never created. CSM reference. */
function writeAccount(
  { site }: RowSite,
  operationType: Operation['operationType'],
  payload: Payload,
): Customer | Refusal {
  const { customers } = site.state;
  const { customerId, email = '', displayName } = payload;
  const known = customerId === undefined ? customers.find(email) : customers.get(customerId);
  if (operationType === 'CREATE') return createCustomer(site.state, { email, displayName }, site.now());
  if (known === undefined && customerId === undefined && operationType === 'UPSERT') {
    return createCustomer(site.state, { email, displayName }, site.now());
  }
  if (known === undefined) return notFound(`There is no customer ${customerId ?? email}.`);
  const refusal = displayName === undefined ? null : renameCustomer(known, displayName);
  return refusal ?? known;
}

function writeParts(at: RowSite, customer: Customer, payload: Payload, failures: Failures): TaskFailure[] {
  const { site } = at;
  const entity = { id: customer.id, type: 'CUSTOMER' } as const;
  const writes = (payload.details ?? []).map((detail) => ({ ...detail, change: 'UPDATE' as const }));
  const organizationIds = site.faults.associationsIgnored
    ? []
    : (payload.associateOrganizations?.organizationIds ?? []);
  return [
    ...writeDetails(at, { type: 'customer', details: customer.details }, writes, failures),
    ...organizationIds
      .map(String)
      .flatMap((id) =>
        failureOf(joinOrganization(site.state, customer, id), (error) =>
          failures.part('ASSOCIATE_ORGANIZATION', [id], error),
        ),
      ),
    ...(payload.associateProducts?.productIds ?? []).flatMap((id) =>
      failureOf(associateProduct(site.state, entity, id), (error) => failures.part('ASSOCIATE_PRODUCT', [id], error)),
    ),
  ];
}
