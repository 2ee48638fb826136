import type { FileFacts } from '../../../../contract/file-frame';
import { checkDate, type DateOrder, hasShortYear, isDateIn } from '../../../../domain/fields/date';
import { type YearsFrom, hundreds } from '../../../../domain/fields/short-years';
import { valuesOf } from './mapping';

const names: Record<DateOrder, string> = {
  iso: 'year-month-day',
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  days: 'days as a spreadsheet counts them',
};

const dateOrders = ['iso', 'dmy', 'mdy', 'days'] as const;

const spelledOut = ['iso', 'dmy', 'mdy'] as const;

const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/;
const spoken = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const withoutYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** The date that a cell means, in words; without its year where nobody has said of which century it is. Null for no date. */
export function inWords(cell: string, order: DateOrder, yearsFrom: YearsFrom | undefined): string | null {
  const isOpen = hasShortYear(cell) && typeof yearsFrom !== 'number';
  const checked = checkDate(cell, order, isOpen ? hundreds[0] : yearsFrom);
  const day = checked.ok ? checked.values[0] : undefined;
  return day === undefined ? null : (isOpen ? withoutYear : spoken).format(new Date(day));
}

/** "days as a spreadsheet counts them: 46095 is 14 March 2026". */
function countedLabel(cells: readonly string[]): string {
  for (const cell of cells) {
    const words = /^\d{5}\b/.test(cell.trim()) ? inWords(cell, 'days', undefined) : null;
    if (words !== null) return `${names.days}: ${cell.trim()} is ${words}`;
  }
  return names.days;
}

/**
 * The orders a column's dates can have: those in which some date of the file can be read, or all when none can. Where a
 * date of the file tells day and month apart, each order says what it makes of it.
 */
export function dateOrderOptions(
  file: FileFacts,
  index: number,
  yearsFrom?: YearsFrom,
): { order: DateOrder; label: string }[] {
  const cells = valuesOf(file, index);
  const dates = cells.filter((candidate) => numbers.test(candidate.trim()));
  const cell = dates.find((date) => inWords(date, 'dmy', yearsFrom) !== inWords(date, 'mdy', yearsFrom)) ?? dates[0];
  const label = (order: DateOrder) => {
    if (order === 'days') return countedLabel(cells);
    const words = cell === undefined ? null : inWords(cell, order, yearsFrom);
    return words === null || cell === undefined ? names[order] : `${names[order]}: ${cell.trim()} is ${words}`;
  };
  const readable = dateOrders.filter((order) => cells.some((one) => isDateIn(one, order)));
  return (readable.length === 0 ? spelledOut : readable).map((order) => ({ order, label: label(order) }));
}

/** Of which hundred years years of two digits can be. */
export const yearOptions: readonly { value: string; yearsFrom: YearsFrom; label: string }[] = [
  ...hundreds.map((from) => ({ value: String(from), yearsFrom: from, label: `${from}–${from + 99}` })),
  { value: 'none', yearsFrom: 'none', label: 'None: they are problems of their rows' },
];
