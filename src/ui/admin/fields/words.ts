import type { DetailEntity } from '../../../contract/details';
import type { DetailFieldType } from '../../../contract/fields';
import { isolated } from '../../../domain/isolated';
import { countOf, formatCount } from '../../shared/format';

/** The three lists of detail fields: the part of the address that names each, and its words. */
export const fieldTabs = [
  { entity: 'customer', slug: 'customers', title: 'Customers' },
  { entity: 'organization', slug: 'organizations', title: 'Organizations' },
  { entity: 'entitlement', slug: 'entitlements', title: 'Entitlements' },
] as const satisfies readonly { entity: DetailEntity; slug: string; title: string }[];

export type FieldTab = (typeof fieldTabs)[number];

export const tabOf = (slug: string): FieldTab | undefined => fieldTabs.find((tab) => tab.slug === slug);

/** What a field of a type holds. */
export const typeMeanings: Record<DetailFieldType, string> = {
  TEXT: 'One line of up to 255 characters.',
  EMAIL: 'One email address.',
  URL: 'One web address that starts with https:// or http://.',
  DATE: 'One date, without a time.',
  NUMBER: 'One number, with or without decimals.',
  BOOLEAN: 'Yes, no or empty.',
  PHONE: 'One phone number that starts with + and the country code.',
  SELECT: 'One of the options you list.',
  MULTISELECT: 'Any number of the options you list.',
};

/** How many options a cell lists before it says how many more there are. */
const LISTED = 3;

/** "EU · US · AU +2". */
export function optionsLine(options: readonly string[]): string {
  const more = options.length - LISTED;
  return `${options.slice(0, LISTED).map(isolated).join(' · ')}${more > 0 ? ` +${more}` : ''}`;
}

/** "12 customers have a value now." `isLeast`: there may be more. */
export const holderWords = (customers: number, isLeast: boolean): string =>
  `${isLeast ? 'At least ' : ''}${countOf(customers, 'customer has', 'customers have')} a value now.`;

/** Options of which nobody has counted who holds them. */
export const uncountedWords = (options: number): string =>
  options === 1 ? 'The other one wasn’t counted.' : `The other ${formatCount(options)} weren’t counted.`;
