import { hasOptions } from './definition';

/** How many customers hold one value of a field; null where the site did not say. */
export interface ValueCount {
  value: string;
  customers: number | null;
}

/** How many customers hold any value of a field. `isLeast`: there can be more. */
export interface Holders {
  customers: number;
  isLeast: boolean;
}

/**
 * The values by which the customers that hold a field can be counted: the site is only asked for one value at a time,
 * so a field whose values are free cannot be counted. Null for those.
 */
export function countableValues(type: string, options: readonly string[]): readonly string[] | null {
  if (type === 'BOOLEAN') return ['true', 'false'];
  return hasOptions(type) ? options : null;
}

/**
 * Customers that hold any of the values that were counted, out of `values` in all. One customer holds several values
 * of a MULTISELECT, so there the largest count is all that is sure.
 */
export function holdersOf(type: string, counts: readonly ValueCount[], values: number): Holders {
  const known = counts.flatMap(({ customers }) => (customers === null ? [] : [customers]));
  const overlaps = type === 'MULTISELECT' && counts.length > 1;
  const customers = overlaps ? Math.max(0, ...known) : known.reduce((sum, count) => sum + count, 0);
  const isComplete = known.length === values;
  return { customers, isLeast: !isComplete || (overlaps && customers > 0) };
}
