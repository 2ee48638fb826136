import { CUSTOMER_ID_COLUMN } from '../../csv/console-file';
import { turnedRound } from '../../fields/person-name';
import { isEmail } from '../../fields/formats';
import { wordsFor } from '../../import/concepts';
import { type Taker, customerIdReader, emailReader, nameCellReader } from '../cells/readers';
import { headerKey } from '../header-key';
import type { Identity } from '../kind';
import type { ReadPlace } from '../place';
import type { IdOf } from '../reference';

/** How a row names a customer. */
export interface NamedCustomer {
  email?: string;
  customerId?: string;
  /** What a detail field called External ID holds; for kinds that look customers up. */
  externalId?: string;
}

/** The place for the email of the customer that a row is about. `refers`: the API takes their id alone. */
export const emailPlace = <Payload extends NamedCustomer>(refers = false): ReadPlace<Payload> => ({
  target: { to: 'email' },
  label: 'Email (identifier)',
  group: 'Customer',
  fills: 'email',
  synonyms: wordsFor('email'),
  looksLike: (cell) => isEmail(cell.trim()),
  identifies: true,
  ...(refers && { refers: true }),
  template: { header: 'Email', example: 'ada@example.com' },
  reader: () =>
    emailReader((payload, value) => {
      payload.email = value;
    }),
});

/** The place for the id of the customer that a row is about. Proposed for exports alone: other systems have ids, too. */
export const customerIdPlace = <Payload extends NamedCustomer>(): ReadPlace<Payload> => ({
  target: { to: 'customerId' },
  label: 'Customer ID (identifier)',
  group: 'Customer',
  fills: 'customerId',
  synonyms: [headerKey(CUSTOMER_ID_COLUMN)],
  idsOf: 'customer',
  identifies: true,
  reader: () =>
    customerIdReader((payload, value) => {
      payload.customerId = value;
    }),
});

/** The place for the External ID of the customer that a row is about: what other systems know them by. */
export const externalIdPlace = <Payload extends NamedCustomer>(): ReadPlace<Payload> => ({
  target: { to: 'externalId' },
  label: 'External ID (identifier)',
  group: 'Customer',
  fills: 'externalId',
  synonyms: wordsFor('external id'),
  identifies: true,
  refers: true,
  reader: () =>
    nameCellReader((payload, value) => {
      payload.externalId = value;
    }),
});

/** The places that name a customer whose id is looked up: the API takes nothing else of them. */
export const lookedUpCustomerPlaces = <Payload extends NamedCustomer>(): readonly ReadPlace<Payload>[] => [
  emailPlace<Payload>(true),
  externalIdPlace<Payload>(),
  customerIdPlace<Payload>(),
];

/** What names a customer in the columns of kinds that look them up. */
export const CUSTOMER_TARGETS: readonly string[] = ['email', 'externalId', 'customerId'];

export const NO_CUSTOMER = 'The row doesn’t identify a customer: it has no email address, no External ID and no ID.';

/** The id of the customer that a row names, by the surest name that it gives; null where it gives none. */
export function customerIdOf({ customerId, email, externalId }: NamedCustomer, idOf: IdOf): string | null {
  if (customerId !== undefined) return customerId;
  if (email !== undefined) return idOf({ entity: 'customer', by: 'email', value: email });
  return externalId === undefined ? null : idOf({ entity: 'customer', by: 'External ID', value: externalId });
}

/** The place for a customer's display name. */
export const displayNamePlace = <Payload>(take: Taker<Payload, string>): ReadPlace<Payload> => ({
  target: { to: 'displayName' },
  label: 'Display name',
  group: 'Customer',
  fills: 'displayName',
  synonyms: [...wordsFor('display name'), ...wordsFor('name'), ...wordsFor('person')],
  joinedBy: ' ',
  template: { header: 'Display name', example: 'Ada Byron' },
  reader: ({ target, plan }) => {
    const read = nameCellReader(take);
    // What several columns make together has the order that they say.
    const isAlone = plan.columns.filter((column) => column.target.to === target.to).length === 1;
    if (target.nameOrder === undefined || !isAlone) return read;
    return (raw, payload) => read(turnedRound(raw) ?? raw, payload);
  },
});

/** What names the customer of a row. */
export function identitiesOfCustomer({ email, customerId, externalId }: NamedCustomer): Identity[] {
  const identities: Identity[] = [];
  if (email !== undefined) identities.push({ place: 'email', value: email });
  if (customerId !== undefined) identities.push({ place: 'customerId', value: customerId });
  if (externalId !== undefined) identities.push({ place: 'externalId', value: externalId });
  return identities;
}
