import { MAX_ORGANIZATION_NAME } from '../../../contract/organizations';
import { ORGANIZATION_ID_COLUMN } from '../../csv/console-file';
import { wordsFor } from '../../import/concepts';
import { nameCellReader, organizationIdReader } from '../cells/readers';
import { headerKey } from '../header-key';
import type { Identity } from '../kind';
import type { ReadPlace } from '../place';

/** How a row names an organization. */
export interface NamedOrganization {
  id?: string;
  name?: string;
}

export const ORGANIZATION_SYNONYMS = wordsFor('organization');

/** The place for the name of the organization that a row is about. `refers`: the API takes its id alone. */
export const organizationNamePlace = <Payload extends NamedOrganization>(refers = false): ReadPlace<Payload> => ({
  target: { to: 'name' },
  label: 'Organization name (identifier)',
  group: 'Organization',
  fills: 'name',
  synonyms: [...ORGANIZATION_SYNONYMS, 'name'],
  identifies: true,
  ...(refers && { refers: true }),
  template: { header: 'Organization', example: 'Acme Ltd' },
  reader: () =>
    nameCellReader((payload, value) => {
      payload.name = value;
    }, MAX_ORGANIZATION_NAME),
});

/** The place for the id of the organization that a row is about. Proposed for exports alone: other systems have ids, too. */
export const organizationIdPlace = <Payload extends NamedOrganization>(): ReadPlace<Payload> => ({
  target: { to: 'organizationId' },
  label: 'Organization ID (identifier)',
  group: 'Organization',
  fills: 'organizationId',
  synonyms: [headerKey(ORGANIZATION_ID_COLUMN)],
  idsOf: 'organization',
  identifies: true,
  reader: () =>
    organizationIdReader((payload, value) => {
      payload.id = value;
    }),
});

/** What names the organization of a row: where it has both, the id decides, and the name is its new one. CSM reference. */
export function identitiesOfOrganization({ id, name }: NamedOrganization): Identity[] {
  if (id !== undefined) return [{ place: 'organizationId', value: id }];
  return name === undefined ? [] : [{ place: 'name', value: name }];
}
