import {
  type NamedOrganization,
  identitiesOfOrganization,
  organizationIdPlace,
  organizationNamePlace,
} from '../identities/organization';
import { defineKind } from '../kind';
import { ofWholeRow } from '../problem';

/** An organization that is deleted. */
export interface OrganizationRemoval {
  id: string;
}

/** Deletes organizations, each by a call of its own. */
export const organizationRemovals = defineKind<NamedOrganization, OrganizationRemoval>({
  id: 'organization-removals',
  words: {
    one: 'organization',
    many: 'organizations',
    title: 'Delete organizations',
    purpose: 'Delete organizations from a list, with their values and entitlements. Their customers stay.',
    row: 'Each row is one organization to delete.',
    identity: 'Organizations are identified by name or organization ID.',
    partly: 'The organization was deleted in part.',
    lasting:
      'Organizations are deleted for good, with their detail values and entitlements. Before each goes, the job saves its record for you to download. Importing that again creates new organizations with new IDs.',
  },
  group: 'removals',
  entity: null,
  operations: [
    {
      id: 'DELETE',
      name: 'Delete',
      meaning: 'Every row deletes an organization. Rows fail if your site doesn’t have the organization.',
      effect: 'deleted',
      again: 'deletes the organization if your site still has it',
      verb: 'Delete',
    },
  ],
  routes: ['direct'],
  rowsPerRequest: 1,
  removes: true,
  reach: 'its customers',
  goes: [
    { part: 'customers', head: 'Customers' },
    { part: 'entitlements', head: 'Entitlements' },
  ],
  isAboutFirstReference: true,
  permission: 'Administer Jira',
  places: [organizationNamePlace(true), organizationIdPlace()],
  setupProblems: (columns) =>
    columns.some(({ target }) => target.to === 'name' || target.to === 'organizationId')
      ? []
      : [{ column: null, message: 'Map a column to the name or the organization ID to identify the organizations.' }],
  newPayload: () => ({}),
  siteId: ({ id }) => id,
  finish: ({ id: givenId, name }, _plan, idOf) => {
    if (givenId === undefined && name === undefined)
      return ofWholeRow('The row doesn’t identify an organization: it has no name and no ID.');
    const id = givenId ?? idOf({ entity: 'organization', by: 'name', value: name ?? '' });
    return {
      operation: { id },
      identities: identitiesOfOrganization({ ...(name && { name }), ...(givenId && { id: givenId }) }),
    };
  },
});
