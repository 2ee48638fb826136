import type { BulkManageCustomerProfileOperation } from '../../../src/csm/contract/schemas.gen';
import { associateProduct, joinOrganization } from '../associations';
import { renameCustomer } from '../customers';
import { isPortalOnly, type Customer } from '../model';
import { badRequest, notFound, Refusal } from '../refusal';
import { fold } from '../registry';
import { createMeantCustomer, meantCustomer } from './meant';
import { customerTouches, failureOf, failuresOf, rowOf, writeDetails, type Failures, type RowSite } from './row';
import type { TaskFailure, TaskRow } from './task';

type Operation = BulkManageCustomerProfileOperation;
type Payload = Operation['payload'];

/**
 * One customer of a bulk profile request.
 * @throws Refusal 400 where the row does not say which customer it is about, or updates nothing.
 */
export function customerProfileRow(at: RowSite, { operationType, payload }: Operation): TaskRow {
  const { customerId, email } = payload;
  if (customerId === undefined && email === undefined) throw badRequest('A customer has an e-mail or a customer id.');
  if (operationType === 'CREATE' && email === undefined) throw badRequest('A customer is created with its e-mail.');
  if (operationType === 'UPDATE' && !changesSomething(payload)) {
    throw badRequest('An update has a display name, details, organizations or products.');
  }
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

const changesSomething = ({ displayName, details, associateOrganizations, associateProducts }: Payload): boolean =>
  [displayName, details, associateOrganizations, associateProducts].some((part) => part !== undefined);

/** CREATE fails if it exists, UPDATE if it does not. CSM reference. */
function writeAccount(
  { site }: RowSite,
  operationType: Operation['operationType'],
  payload: Payload,
): Customer | Refusal {
  const { customerId, email = '', displayName } = payload;
  const known = meantCustomer(site, payload);
  if (operationType === 'CREATE' || (operationType === 'UPSERT' && known === undefined)) {
    return createMeantCustomer(site, payload);
  }
  if (known === undefined) return notFound(`There is no customer ${customerId ?? email}.`);
  const refusal =
    accountProblem(known, payload) ?? (displayName === undefined ? null : renameCustomer(known, displayName));
  return refusal ?? known;
}

/** Atlassian accounts are named by their id, and keep their display name. CSM guide, bulk profiles. */
function accountProblem(customer: Customer, { customerId, displayName }: Payload): Refusal | null {
  if (isPortalOnly(customer.id)) return null;
  if (customerId === undefined) {
    return badRequest(`${customer.email} belongs to an Atlassian account, which is named by its customer id.`);
  }
  return displayName === undefined || displayName.trim() === customer.displayName
    ? null
    : badRequest('The display name of an Atlassian account cannot be changed.');
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
