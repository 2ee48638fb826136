import type { HistoryEntry } from '../../../contract/directory-report';

/** Days that are kept: a year and a month of daily readings. */
const DAYS_KEPT = 400;

/** The numbers of one more reading; the last reading of a day stands for it. */
export const withEntry = (history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] =>
  [...history.filter(({ day }) => day !== entry.day), entry].slice(-DAYS_KEPT);
