/** The first of the hundred years that a year of two digits can be of. `none`: it is the problem of its row. */
export type YearsFrom = number | 'none';

/** The hundreds that are offered. Spreadsheets read 29 as 2029 and 30 as 1930; the others are round. */
export const hundreds: readonly number[] = [2000, 1950, 1930, 1900];

/** A year as it is written in a date, in full; null where it has two digits and nobody has said of which hundred it is. */
export function fullYear(text: string, from: YearsFrom | undefined): number | null {
  const year = Number(text);
  if (text.length !== 2) return year;
  if (from === undefined || from === 'none') return null;
  return from + ((year - (from % 100) + 100) % 100);
}
