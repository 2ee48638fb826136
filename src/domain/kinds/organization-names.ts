import type { ImportColumn, ImportPlan } from '../../contract/imports';
import { ORGANIZATION_ID_COLUMN } from '../csv/console-file';
import {
  type NamedOrganization,
  identitiesOfOrganization,
  organizationIdPlace,
  organizationNamePlace,
} from './identities/organization';
import { type SetupProblem, defineKind } from './kind';
import { ofWholeRow } from './problem';

/** One item of `organizations` in the body of `organization/bulk`. CSM reference, BulkOrganizationOperationRequest. */
export interface OrganizationNameOperation {
  operationType: 'CREATE' | 'UPDATE';
  payload: { id?: string; name: string };
}

export const ORGANIZATION_NAMES = 'organization-names';

/** Organizations by their names alone, by `organization/bulk`. */
export const organizationNames = defineKind<NamedOrganization, OrganizationNameOperation>({
  id: ORGANIZATION_NAMES,
  words: {
    one: 'organization',
    many: 'organizations',
    title: 'Organization names',
    purpose: 'Create organizations from a list of names, or rename them by ID.',
    row: 'Each row is one organization.',
    identity: 'New organizations are identified by name, those to rename by organization ID.',
    partly: 'The organization was saved in part.',
    lasting: 'Nothing is deleted. The console can’t restore names that are replaced.',
  },
  group: 'organizations',
  entity: null,
  reach: 'its customers',
  operations: [
    {
      id: 'CREATE',
      name: 'Create only',
      meaning: 'Every row creates an organization. Rows fail if your site already has one with this name.',
      effect: 'created',
      again: 'is refused if your site already has the organization, and creates it if not',
      verb: 'Create',
    },
    {
      id: 'UPDATE',
      name: 'Rename',
      meaning: 'Every row gives the organization with this ID a new name.',
      effect: 'renamed',
      again: 'writes the same name again',
      verb: 'Rename',
    },
  ],
  rowsPerRequest: 50,
  permission: 'Use Customer Service Management',
  places: [
    organizationNamePlace(),
    { ...organizationIdPlace(), template: { header: ORGANIZATION_ID_COLUMN, example: '12345', only: 'UPDATE' } },
  ],
  setupProblems,
  newPayload: () => ({}),
  finish,
  siteId: ({ payload }) => payload.id,
});

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const has = (to: string) => columns.some(({ target }) => target.to === to);
  if (!has('name')) return [{ column: null, message: 'Map a column to the organization name.' }];
  if (operation === 'UPDATE')
    return has('organizationId')
      ? []
      : [{ column: null, message: 'Map a column to the organization ID. Organizations are renamed by ID.' }];
  const ids = columns.filter(({ target }) => target.to === 'organizationId');
  return ids.map(({ header }) => ({
    column: header,
    message: 'New organizations don’t have an ID yet. Don’t import this column, or choose “Rename”.',
  }));
}

function finish(payload: NamedOrganization, { operation }: ImportPlan) {
  const { id, name } = payload;
  if (name === undefined) return ofWholeRow('The row has no organization name.');
  if (operation !== 'UPDATE')
    return {
      operation: { operationType: 'CREATE' as const, payload: { name } },
      identities: identitiesOfOrganization({ name }),
    };
  if (id === undefined) return ofWholeRow('The row has no organization ID. Organizations are renamed by ID.');
  return {
    operation: { operationType: 'UPDATE' as const, payload: { id, name } },
    identities: identitiesOfOrganization(payload),
  };
}
