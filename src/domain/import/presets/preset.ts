import type { ImportOptions } from '../../../contract/imports';
import type { DateOrder } from '../../fields/date';
import type { KindGroup } from '../../kinds/kind';
import { placeKey, type Place } from '../../kinds/place';

/** Places that a preset can name. Those for ids of your site are not among them: an id of another system is none of these. */
export const fixedPlaces = ['email', 'displayName', 'organization name', 'name'] as const;
type FixedPlace = (typeof fixedPlaces)[number];

/** Where a column can go: a place of the kind, or the detail field that has one of these names. */
export type Destination = ({ place: FixedPlace } | { field: readonly [string, ...string[]] }) & {
  /** Its position among the columns that make the value together, from 1. */
  part?: number;
};

/** A column of an export: what it is called, and where it goes. The first destination counts that the site has free. */
export interface PresetColumn {
  /** Names that it has in different exports of the tool; the first that the file has is taken. */
  headers: readonly [string, ...string[]];
  to: readonly [Destination, ...Destination[]];
}

/** Columns that are not imported, unless the site has a detail field of the same name. */
export interface LeftOut {
  headers: readonly string[];
  /** One sentence or two, as the page shows them. */
  reason: string;
}

/** Headers that tell an export from other files, in any order and spelled with any case, blanks and signs. */
export interface Signature {
  /** Each has to be there, by one of its names. */
  all: readonly (string | readonly string[])[];
  /** At least so many of these have to be there. */
  some: { least: number; of: readonly string[] };
  /** None of these may be there. */
  none?: readonly string[];
}

/** What is known of the files that a tool exports: its columns and how they are written. */
export interface Preset {
  id: string;
  /** What the rows are and whose: "contacts from HubSpot". */
  name: string;
  /** What its rows become, as the kinds of import are grouped. */
  about: Extract<KindGroup, 'customers' | 'organizations'>;
  signature: Signature;
  columns: readonly PresetColumn[];
  leftOut: readonly LeftOut[];
  valueSeparator: ImportOptions['valueSeparator'];
  /** How its dates are written; left open where that follows the settings of whoever exports. */
  dateOrder?: DateOrder;
}

export const isAt = ({ target }: Place, place: FixedPlace): boolean => placeKey(target) === place;

export const email: Destination = { place: 'email' };
export const displayName: Destination = { place: 'displayName' };
export const memberOf: Destination = { place: 'organization name' };
export const organizationName: Destination = { place: 'name' };
export const field = (...names: readonly [string, ...string[]]): Destination => ({ field: names });

/** The columns of a first and a last name, which make the display name together. */
export const nameInParts: readonly PresetColumn[] = [
  { headers: ['First name'], to: [{ ...displayName, part: 1 }] },
  { headers: ['Last name'], to: [{ ...displayName, part: 2 }] },
];

/** The columns of an address: each goes to a field of its own where there is one, else they make one address together. */
export function addressInParts(
  parts: readonly { headers: PresetColumn['headers']; own?: readonly [string, ...string[]] }[],
): PresetColumn[] {
  return parts.map(({ headers, own }, at) => {
    const together: Destination = { field: ['Address', 'Postal address', 'Billing address'], part: at + 1 };
    return { headers, to: own === undefined ? [together] : [field(...own), together] };
  });
}
