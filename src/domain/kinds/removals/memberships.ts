import type { ImportColumn } from '../../../contract/imports';
import {
  CUSTOMER_TARGETS,
  NO_CUSTOMER,
  type NamedCustomer,
  customerIdOf,
  lookedUpCustomerPlaces,
} from '../identities/customer';
import {
  type NamedOrganization,
  ORGANIZATION_SYNONYMS,
  organizationIdPlace,
  organizationNamePlace,
} from '../identities/organization';
import { type SetupProblem, defineKind } from '../kind';
import { ofWholeRow } from '../problem';
import type { IdOf } from '../reference';

/** A customer who leaves an organization. */
export interface MembershipRemoval {
  customerId: string;
  organizationId: string;
}

type Gathered = NamedCustomer & NamedOrganization;

/** Takes customers out of organizations, each by a call of its own: nothing in the CSM API does it. */
export const membershipRemovals = defineKind<Gathered, MembershipRemoval>({
  id: 'membership-removals',
  words: {
    one: 'membership',
    many: 'memberships',
    title: 'Take customers out of organizations',
    purpose: 'Remove customers from organizations. Customers and organizations stay.',
    row: 'Each row is one customer and the organization to leave.',
    identity: 'A row names a customer by email, External ID or ID, and an organization by name or ID.',
    partly: 'The customer was removed in part.',
    lasting:
      'Customers lose what they have through the organization. Before each leaves, the job saves the pair for you to download and import again.',
  },
  group: 'removals',
  entity: null,
  operations: [
    {
      id: 'REMOVE',
      calls: 2,
      name: 'Take out',
      meaning: 'Every row takes a customer out of an organization. Rows fail if the customer isn’t in it.',
      effect: 'ended',
      done: 'taken out',
      again: 'takes the customer out if they are in the organization again by then',
      verb: 'End',
    },
  ],
  routes: ['direct'],
  rowsPerRequest: 1,
  removes: true,
  goes: [
    { part: 'email', head: 'Email' },
    { part: 'organizations', head: 'Organization to leave' },
    { part: 'entitlements', head: 'Entitlements' },
  ],
  permission: 'Administer Jira',
  places: [
    ...lookedUpCustomerPlaces<Gathered>(),
    { ...organizationNamePlace<Gathered>(true), synonyms: ORGANIZATION_SYNONYMS },
    organizationIdPlace<Gathered>(),
  ].map(({ identifies: _, ...place }) => ({ ...place, isNeeded: true })),
  setupProblems,
  newPayload: () => ({}),
  siteId: ({ customerId }) => customerId,
  finish,
});

function setupProblems(columns: readonly ImportColumn[]): SetupProblem[] {
  const has = (...places: string[]) => columns.some(({ target }) => places.includes(target.to));
  if (!has(...CUSTOMER_TARGETS))
    return [
      { column: null, message: 'Map a column to the email, the External ID or the customer ID of the customers.' },
    ];
  return has('name', 'organizationId')
    ? []
    : [{ column: null, message: 'Map a column to the name or the ID of the organization to leave.' }];
}

function finish({ id, name, ...named }: Gathered, _plan: unknown, idOf: IdOf) {
  if (id === undefined && name === undefined)
    return ofWholeRow('The row doesn’t identify an organization: it has no name and no ID.');
  const customerId = customerIdOf(named, idOf);
  if (customerId === null) return ofWholeRow(NO_CUSTOMER);
  const organizationId = id ?? idOf({ entity: 'organization', by: 'name', value: name ?? '' });
  const customer = named.customerId ?? named.email ?? named.externalId ?? '';
  return {
    operation: { customerId, organizationId },
    identities: [{ place: 'email', value: `${customer}, organization ${id ?? name ?? ''}` }],
  };
}
