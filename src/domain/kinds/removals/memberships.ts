import type { ImportColumn } from '../../../contract/imports';
import { type NamedCustomer, customerIdPlace, emailPlace } from '../identities/customer';
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
    identity: 'A row names a customer by email or ID, and an organization by name or ID.',
    partly: 'The customer was removed in part.',
    lasting:
      'Customers lose what they have through the organization. Before each leaves, the job saves the pair for you to download and import again.',
  },
  group: 'removals',
  entity: null,
  operations: [
    {
      id: 'REMOVE',
      name: 'Take out',
      meaning: 'Every row takes a customer out of an organization. Rows fail if the customer isn’t in it.',
      effect: 'ended',
      again: 'takes the customer out if they are in the organization again by then',
      verb: 'End',
    },
  ],
  routes: ['direct'],
  rowsPerRequest: 1,
  removes: true,
  permission: 'Administer Jira',
  places: [
    emailPlace<Gathered>(true),
    customerIdPlace<Gathered>(),
    { ...organizationNamePlace<Gathered>(true), synonyms: ORGANIZATION_SYNONYMS },
    organizationIdPlace<Gathered>(),
  ].map(({ identifies: _, ...place }) => place),
  setupProblems,
  newPayload: () => ({}),
  finish,
});

function setupProblems(columns: readonly ImportColumn[]): SetupProblem[] {
  const has = (...places: string[]) => columns.some(({ target }) => places.includes(target.to));
  if (!has('email', 'customerId'))
    return [{ column: null, message: 'Map a column to the email or the customer ID to identify the customers.' }];
  return has('name', 'organizationId')
    ? []
    : [{ column: null, message: 'Map a column to the name or the ID of the organization to leave.' }];
}

function finish({ email, customerId: givenId, id, name }: Gathered, _plan: unknown, idOf: IdOf) {
  if (givenId === undefined && email === undefined)
    return ofWholeRow('The row doesn’t identify a customer: it has no email address and no ID.');
  if (id === undefined && name === undefined)
    return ofWholeRow('The row doesn’t identify an organization: it has no name and no ID.');
  const customerId = givenId ?? idOf({ entity: 'customer', by: 'email', value: email ?? '' });
  const organizationId = id ?? idOf({ entity: 'organization', by: 'name', value: name ?? '' });
  return {
    operation: { customerId, organizationId },
    identities: [{ place: 'email', value: `${givenId ?? email ?? ''}, organization ${id ?? name ?? ''}` }],
  };
}
