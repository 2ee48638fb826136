import {
  type NamedOrganization,
  identitiesOfOrganization,
  organizationIdPlace,
  organizationNamePlace,
} from '../identities/organization';
import { defineKind } from '../kind';
import { ofWholeRow } from '../problem';
import type { IdOf } from '../reference';
import { type Gathered, limits, setupProblemsOf, updateValues } from './kind';
import type { DetailValuesOperation } from './operation';
import { changePlace } from './place';
import { writtenValues } from './written';

export const ORGANIZATION_DETAILS = 'organization-details';

/** Detail values of organizations, by `organization/details/bulk` or by a call for each field. */
export const organizationDetails = defineKind<Gathered & NamedOrganization, DetailValuesOperation>({
  id: ORGANIZATION_DETAILS,
  words: {
    one: 'organization',
    many: 'organizations',
    title: 'Organization detail values',
    purpose: 'Replace, add or clear detail values of organizations your site has.',
    row: 'Each row is one organization, with the values to change.',
    identity: 'Organizations are identified by name or organization ID.',
    partly: 'Some values were saved, and others were refused.',
    lasting:
      'Nothing is deleted but the values you clear. The console can’t restore values that are replaced or cleared.',
  },
  group: 'organizations',
  entity: 'organization',
  operations: [updateValues],
  isAboutFirstReference: true,
  routes: ['bulk', 'direct'],
  ...limits,
  undo: { created: null },
  permission: 'Use Customer Service Management',
  places: [organizationNamePlace(true), organizationIdPlace()],
  detail: (field) => changePlace(field),
  setupProblems: setupProblemsOf(
    ['name', 'organizationId'],
    'Map a column to the name or the organization ID to identify the organizations.',
  ),
  newPayload: () => ({ changes: [] }),
  siteId: ({ id }) => id,
  weighs: ({ operations }) => operations.length,
  writes: writtenValues,
  finish: ({ changes, id: givenId, name }, _plan, idOf: IdOf) => {
    if (changes.length === 0) return ofWholeRow('The row changes nothing: it has no detail values.');
    if (givenId === undefined && name === undefined)
      return ofWholeRow('The row doesn’t identify an organization: it has no name and no ID.');
    const id = givenId ?? idOf({ entity: 'organization', by: 'name', value: name ?? '' });
    return {
      operation: { id, operations: changes },
      identities: identitiesOfOrganization({ ...(name && { name }), ...(givenId && { id: givenId }) }),
    };
  },
});
