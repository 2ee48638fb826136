import type { FileFacts } from '../../../../contract/file-frame';
import { checkDate, type DateOrder } from '../../../../domain/fields/date';
import { valuesOf } from './mapping';

const names: Record<DateOrder, string> = {
  iso: 'year-month-day',
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  days: 'days as a spreadsheet counts them',
};

const dateOrders = ['iso', 'dmy', 'mdy', 'days'] as const;

const spelledOut = ['iso', 'dmy', 'mdy'] as const;

const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const spoken = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The date that two numbers and a year mean in an order, in words; null if there is no such day. */
function inWords(cell: string, order: 'dmy' | 'mdy'): string | null {
  const [, first, second, year] = numbers.exec(cell.trim()) ?? [];
  if (first === undefined || second === undefined || year === undefined) return null;
  const [day, month] = order === 'dmy' ? [Number(first), Number(second)] : [Number(second), Number(first)];
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? spoken.format(date) : null;
}

/** "days as a spreadsheet counts them: 46095 is 14 March 2026". */
function countedLabel(cells: readonly string[]): string {
  for (const cell of cells) {
    const checked = /^\d{5}\b/.test(cell.trim()) ? checkDate(cell, 'days') : null;
    const day = checked?.ok === true ? checked.values[0] : undefined;
    if (day !== undefined) return `${names.days}: ${cell.trim()} is ${spoken.format(new Date(day))}`;
  }
  return names.days;
}

/**
 * The orders a column's dates can have: those in which some date of the file can be read, or all when none can. Where a
 * date of the file tells day and month apart, each order says what it makes of it.
 */
export function dateOrderOptions(file: FileFacts, index: number): { order: DateOrder; label: string }[] {
  const cells = valuesOf(file, index);
  const dates = cells.filter((candidate) => numbers.test(candidate.trim()));
  const cell = dates.find((date) => inWords(date, 'dmy') !== inWords(date, 'mdy')) ?? dates[0];
  const label = (order: DateOrder) => {
    if (order === 'days') return countedLabel(cells);
    const words = cell === undefined || order === 'iso' ? null : inWords(cell, order);
    return words === null || cell === undefined ? names[order] : `${names[order]}: ${cell.trim()} is ${words}`;
  };
  const readable = dateOrders.filter((order) => cells.some((one) => checkDate(one, order).ok));
  return (readable.length === 0 ? spelledOut : readable).map((order) => ({ order, label: label(order) }));
}
