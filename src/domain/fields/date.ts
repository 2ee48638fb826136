import { accept, refuse, type Checked } from './checked';

/** How dates are written: 2026-03-04, 4/3/2026 or 3/4/2026. */
export type DateOrder = 'iso' | 'dmy' | 'mdy';

const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const shortDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

const examples: Record<DateOrder, string> = {
  iso: 'year-month-day, such as 2026-03-14',
  dmy: 'day/month/year, such as 14/03/2026',
  mdy: 'month/day/year, such as 03/14/2026',
};

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const days = month === 2 && isLeapYear(year) ? 29 : daysOfMonth[month - 1];
  return year > 0 && days !== undefined && day >= 1 && day <= days;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function toIso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** [year, month, day] of a date in the given order. The ISO form says its own order, so it is read in any. */
function parts(text: string, order: DateOrder): [number, number, number] | null {
  const iso = isoDate.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const short = order === 'iso' ? null : shortDate.exec(text);
  if (!short) return null;
  const [first, second, year] = [Number(short[1]), Number(short[2]), Number(short[3])];
  return order === 'dmy' ? [year, second, first] : [year, first, second];
}

/** A DATE value as the API stores it, YYYY-MM-DD. Years have four digits: 03/04/25 could be meant in six ways. */
export function checkDate(raw: string, order: DateOrder): Checked {
  const date = parts(raw.trim(), order);
  if (!date) return refuse(`Not a date. Write it as ${examples[order]}.`);
  if (!isCalendarDay(...date)) return refuse('This date doesn’t exist. Correct it.');
  return accept(toIso(...date));
}

/**
 * How the dates of a column are written, judged by its samples: undefined while they would be right both as
 * day/month and as month/day, or are not dates at all. Then a person has to say.
 */
export function guessDateOrder(samples: readonly string[]): DateOrder | undefined {
  const filled = samples.filter((sample) => sample.trim() !== '');
  if (filled.length === 0) return undefined;
  const fits = (order: DateOrder) => filled.every((sample) => checkDate(sample, order).ok);
  if (fits('iso')) return 'iso';
  const dmy = fits('dmy');
  if (dmy === fits('mdy')) return undefined;
  return dmy ? 'dmy' : 'mdy';
}
