import { isEmail } from '../../fields/formats';
import { associationReader, customerIdReader, emailReader, nameCellReader } from '../cells/readers';
import type { ReadPlace } from '../place';
import type { CustomerProfilePayload } from './operation';

type CustomerPlace = ReadPlace<CustomerProfilePayload>;

const email: CustomerPlace = {
  target: { to: 'email' },
  label: 'Email (identifier)',
  group: 'Customer',
  fills: 'email',
  synonyms: [
    ...['email', 'emailaddress', 'emailid', 'mail', 'mailaddress', 'useremail', 'customeremail', 'contactemail'],
    ...['workemail', 'primaryemail', 'emailadresse', 'mailadresse', 'courriel', 'adresseemail', 'correo'],
    'correoelectronico',
  ],
  looksLike: (cell) => isEmail(cell.trim()),
  identifies: true,
  template: { header: 'Email', example: 'ada@example.com' },
  reader: () =>
    emailReader((payload, value) => {
      payload.email = value;
    }),
};

const customerId: CustomerPlace = {
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
};

const displayName: CustomerPlace = {
  target: { to: 'displayName' },
  label: 'Display name',
  group: 'Customer',
  fills: 'displayName',
  synonyms: [
    ...['displayname', 'fullname', 'name', 'customername', 'customer', 'contactname', 'contact', 'username', 'kunde'],
    ...['vollername', 'nomcomplet', 'nombrecompleto', 'anzeigename'],
  ],
  template: { header: 'Display name', example: 'Ada Byron' },
  reader: () =>
    nameCellReader((payload, value) => {
      payload.displayName = value;
    }),
};

const organizationPlace = {
  group: 'Associated with',
  fills: 'organization',
  hasSeveral: true,
  reader: (reading) =>
    associationReader('organization', reading, (payload, ids) => {
      payload.associateOrganizations = { organizationIds: ids.map(Number) };
    }),
} satisfies Partial<CustomerPlace>;

const organizations: readonly CustomerPlace[] = [
  {
    ...organizationPlace,
    target: { to: 'organization', by: 'name' },
    label: 'Organization, by name',
    synonyms: [
      ...['organization', 'organizations', 'organisation', 'organisations', 'org', 'orgs', 'company', 'companies'],
      ...['companyname', 'organizationname', 'organisationname', 'orgname', 'accountname', 'account', 'firma'],
      ...['unternehmen', 'entreprise', 'empresa'],
    ],
    lookup: 'organization',
    template: { header: 'Organization', example: '' },
  },
  { ...organizationPlace, target: { to: 'organization', by: 'id' }, label: 'Organization, by ID', synonyms: [] },
];

const productPlace = {
  group: 'Associated with',
  fills: 'product',
  hasSeveral: true,
  reader: (reading) =>
    associationReader('product', reading, (payload, ids) => {
      payload.associateProducts = { productIds: ids };
    }),
} satisfies Partial<CustomerPlace>;

const products: readonly CustomerPlace[] = [
  {
    ...productPlace,
    target: { to: 'product', by: 'name' },
    label: 'Product, by name',
    synonyms: ['product', 'products', 'productname', 'productnames', 'produkt', 'produit', 'producto'],
    lookup: 'product',
    template: { header: 'Product', example: '' },
  },
  { ...productPlace, target: { to: 'product', by: 'id' }, label: 'Product, by ID', synonyms: [] },
];

export const customerPlaces: readonly CustomerPlace[] = [email, customerId, displayName, ...organizations, ...products];
