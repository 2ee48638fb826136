import { isEmail } from '../../fields/formats';
import { type Taker, customerIdReader, emailReader, nameCellReader } from '../cells/readers';
import type { Identity } from '../kind';
import type { ReadPlace } from '../place';

/** How a row names a customer. */
export interface NamedCustomer {
  email?: string;
  customerId?: string;
}

const EMAIL_SYNONYMS = [
  ...['email', 'emailaddress', 'emailid', 'mail', 'mailaddress', 'useremail', 'customeremail', 'contactemail'],
  ...['workemail', 'primaryemail', 'emailadresse', 'mailadresse', 'courriel', 'adresseemail', 'correo'],
  'correoelectronico',
];

/** The place for the email of the customer that a row is about. `refers`: the API takes their id alone. */
export const emailPlace = <Payload extends NamedCustomer>(refers = false): ReadPlace<Payload> => ({
  target: { to: 'email' },
  label: 'Email (identifier)',
  group: 'Customer',
  fills: 'email',
  synonyms: EMAIL_SYNONYMS,
  looksLike: (cell) => isEmail(cell.trim()),
  identifies: true,
  ...(refers && { refers: true }),
  template: { header: 'Email', example: 'ada@example.com' },
  reader: () =>
    emailReader((payload, value) => {
      payload.email = value;
    }),
});

/** The place for the id of the customer that a row is about. Never proposed: other systems have ids, too. */
export const customerIdPlace = <Payload extends NamedCustomer>(): ReadPlace<Payload> => ({
  target: { to: 'customerId' },
  label: 'Customer ID (identifier)',
  group: 'Customer',
  fills: 'customerId',
  synonyms: [],
  identifies: true,
  reader: () =>
    customerIdReader((payload, value) => {
      payload.customerId = value;
    }),
});

/** The place for a customer's display name. */
export const displayNamePlace = <Payload>(take: Taker<Payload, string>): ReadPlace<Payload> => ({
  target: { to: 'displayName' },
  label: 'Display name',
  group: 'Customer',
  fills: 'displayName',
  synonyms: [
    ...['displayname', 'fullname', 'name', 'customername', 'customer', 'contactname', 'contact', 'username', 'kunde'],
    ...['vollername', 'nomcomplet', 'nombrecompleto', 'anzeigename'],
  ],
  template: { header: 'Display name', example: 'Ada Byron' },
  reader: () => nameCellReader(take),
});

/** What names the customer of a row. */
export function identitiesOfCustomer({ email, customerId }: NamedCustomer): Identity[] {
  const identities: Identity[] = [];
  if (email !== undefined) identities.push({ place: 'email', value: email });
  if (customerId !== undefined) identities.push({ place: 'customerId', value: customerId });
  return identities;
}
