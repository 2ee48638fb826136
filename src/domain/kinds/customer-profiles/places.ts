import { ORGANIZATION_ID_COLUMN } from '../../csv/console-file';
import { associationReader } from '../cells/readers';
import { headerKey } from '../header-key';
import { customerIdPlace, displayNamePlace, emailPlace, externalIdPlace } from '../identities/customer';
import { ORGANIZATION_SYNONYMS } from '../identities/organization';
import type { ReadPlace } from '../place';
import { productPlaces } from '../product-places';
import type { CustomerProfilePayload } from './operation';
import type { RelatedValues } from './related';

/** What a row is gathered in: its own profile, and what it says of what the customer is related to. */
export interface Gathered extends CustomerProfilePayload {
  related?: RelatedValues;
}

type CustomerPlace = ReadPlace<Gathered>;

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
    synonyms: ORGANIZATION_SYNONYMS,
    lookup: 'organization',
    template: { header: 'Organization', example: '' },
  },
  {
    ...organizationPlace,
    target: { to: 'organization', by: 'id' },
    label: 'Organization, by ID',
    synonyms: [headerKey(ORGANIZATION_ID_COLUMN)],
    idsOf: 'organization',
  },
];

export const customerPlaces: readonly CustomerPlace[] = [
  emailPlace(),
  customerIdPlace(),
  // Never proposed: each row takes a search, and the column can as well be a value alone.
  { ...externalIdPlace<Gathered>(), synonyms: [] },
  displayNamePlace((payload, value) => {
    payload.displayName = value;
  }),
  ...organizations,
  ...productPlaces<Gathered>((payload, productIds) => {
    payload.associateProducts = { productIds };
  }),
];
