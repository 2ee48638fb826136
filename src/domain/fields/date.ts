import { accept, refuse, type Checked } from './checked';
import { monthNamed } from './month-names';
import { type YearsFrom, fullYear } from './short-years';

/** How dates are written: 2026-03-04, 4/3/2026, 3/4/2026, or as the days that a spreadsheet counts, 46085. */
export type DateOrder = 'iso' | 'dmy' | 'mdy' | 'days';

/** A time of day behind a date, with its zone: it is left out, as a date has none. The day stays as it is written. */
const time =
  /[T\s,]+(?:um |at |à |klo |kl\. ?)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?|Uhr)?(?:\s*[A-Z]{1,4})?(?:\s*[+-]\d{2}:?\d{2})?$/;
/** A day of the week before a date. */
const weekday = /^\p{L}{2,12}\.?,?\s+(?=\d)|^\p{L}{2,12}\.?,\s+/u;

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/;
const yearLast = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})$/;
/** 4 March 2026, 4. März 2026, 4 de marzo de 2026, 04-Mar-2026, 04-MAR-26. */
const dayThenName =
  /^(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[\s-]+(?:de |di |of )?(\p{L}{2,12})\.?[\s,-]+(?:de |del )?['’]?(\d{4}|\d{2})$/u;
/** March 4, 2026. */
const nameThenDay = /^(\p{L}{2,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+['’]?(\d{4}|\d{2})$/u;
/** Three numbers that can each be the year: in the order of year, month and day as well. */
const shortYear = /^(\d{2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{2})$/;

const examples: Record<DateOrder, string> = {
  iso: 'year-month-day, such as 2026-03-14',
  dmy: 'day/month/year, such as 14/03/2026',
  mdy: 'month/day/year, such as 03/14/2026',
  days: 'the number of days that spreadsheets count, such as 46095 for 2026-03-14',
};

/** Five digits, with the time of day as decimals: from 1927 on. */
const dayCount = /^(\d{5})(?:[.,]\d+)?$/;
/** The day that spreadsheets count as 0 for every day after February 1900. ECMA-376, 18.17.4.1. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 60 * 60 * 1000;

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

type Day = [year: string, month: number, day: number];

/** A date that says its own order: the year first, or the month by its name. It is read in any. */
function ownOrder(text: string): Day | null {
  const [, year, month, day] = yearFirst.exec(text) ?? compact.exec(text) ?? eastAsian.exec(text) ?? [];
  if (year !== undefined) return [year, Number(month), Number(day)];
  const [, first, second, named] = dayThenName.exec(text) ?? [];
  if (second !== undefined) return byName(named, second, first);
  const [, name, its, of] = nameThenDay.exec(text) ?? [];
  return name === undefined ? null : byName(of, name, its);
}

function byName(year: string | undefined, name: string, day: string | undefined): Day | null {
  const month = monthNamed(name);
  return month === undefined || year === undefined ? null : [year, month, Number(day)];
}

function counted(text: string): Day | null {
  const [, days] = dayCount.exec(text) ?? [];
  if (days === undefined) return null;
  const date = new Date(DAY_ZERO_MS + Number(days) * DAY_MS);
  return [String(date.getUTCFullYear()), date.getUTCMonth() + 1, date.getUTCDate()];
}

function parts(text: string, order: DateOrder): Day | null {
  const own = ownOrder(text);
  if (own !== null) return own;
  if (order === 'days') return counted(text);
  const [, first, second, third] = (order === 'iso' ? shortYear : yearLast).exec(text) ?? [];
  if (first === undefined || third === undefined) return null;
  if (order === 'iso') return [first, Number(second), Number(third)];
  return order === 'dmy' ? [third, Number(second), Number(first)] : [third, Number(first), Number(second)];
}

/** The date without a day of the week before it and a time of day behind it. */
function dayOnly(text: string): string {
  const bare = text.trim();
  if (yearFirst.test(bare) || yearLast.test(bare)) return bare;
  const withoutTime = bare.replace(time, '');
  return nameThenDay.test(withoutTime) ? withoutTime : withoutTime.replace(weekday, '');
}

/**
 * A DATE value as the API stores it, YYYY-MM-DD. A time of day and a day of the week are left out. A year of two digits is
 * read where somebody has said of which hundred years it is: 03/04/25 could be meant in six ways.
 */
export function checkDate(raw: string, order: DateOrder, yearsFrom?: YearsFrom): Checked {
  const date = parts(dayOnly(raw), order);
  if (!date) return refuse(`Not a date. Write it as ${examples[order]}${isInOther(raw, order) ? OTHER_ORDER : ''}.`);
  const [text, month, day] = date;
  const year = fullYear(text, yearsFrom);
  if (year === null) return refuse(SHORT_YEAR_RULE);
  if (!isCalendarDay(year, month, day)) return refuse('This date doesn’t exist. Correct it.');
  return accept(toIso(year, month, day));
}

const OTHER_ORDER = ', or choose the order of its dates where you map the column';

/** Whether it is a date in another order than its column's: what stands first in a file need not have told. */
const isInOther = (raw: string, order: DateOrder): boolean =>
  spelledOut.some((other) => other !== order && parts(dayOnly(raw), other) !== null);

export const SHORT_YEAR_RULE =
  'The year has two digits. Choose its century where you map the column, or write it in full.';

/** Leap years stand in it as in no other, so that it has every day that a year of two digits can have. */
const ANY = 2000;

/** Whether a value can be read as a date in an order, of whatever century it is. */
export const isDateIn = (raw: string, order: DateOrder): boolean => checkDate(raw, order, ANY).ok;

/** Whether a value is a date whose year has two digits. */
export const hasShortYear = (raw: string): boolean =>
  spelledOut.some((order) => {
    const date = parts(dayOnly(raw), order);
    return date?.[0].length === 2 && isDateIn(raw, order);
  });

const spelledOut = ['iso', 'dmy', 'mdy'] as const;

/** The one order in which all can be read that are dates in any; a year of two digits can stand first as well. */
function onlyOrderOf(values: readonly string[]): DateOrder | undefined {
  const dates = values.filter((value) => spelledOut.some((order) => isDateIn(value, order)));
  const possible = spelledOut.filter((order) => dates.every((value) => isDateIn(value, order)));
  return possible.length === 1 ? possible[0] : undefined;
}

/** The share of dates that say their own order from which on the column is one of such dates. */
const ALMOST_ALL = 0.9;

/**
 * How the dates of a column are written, judged by its values: undefined while they would be right both as day/month and
 * as month/day, or are not dates at all. Then a person has to say. One date that exists in one order only settles it for
 * the column; some that exist in none are problems of their rows.
 */
export function guessDateOrder(values: readonly string[]): DateOrder | undefined {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return undefined;
  if (filled.some((value) => shortYear.test(dayOnly(value)))) return onlyOrderOf(filled);
  const fitting = (order: DateOrder) => filled.filter((value) => isDateIn(value, order)).length;
  const [iso, dmy, mdy] = [fitting('iso'), fitting('dmy'), fitting('mdy')];
  if (iso < filled.length && fitting('days') >= filled.length * ALMOST_ALL && dmy === iso && mdy === iso) return 'days';
  // What says its own order is read in all three. Some others among many of them are problems of their rows.
  if (iso > 0 && (iso >= filled.length * ALMOST_ALL || (iso === dmy && iso === mdy))) return 'iso';
  const only = (order: DateOrder, other: DateOrder) =>
    filled.some((value) => isDateIn(value, order) && !isDateIn(value, other));
  const [onlyDmy, onlyMdy] = [only('dmy', 'mdy'), only('mdy', 'dmy')];
  // Where some dates exist in the one order only, and some in the other, none of them is surely read right.
  if (onlyDmy === onlyMdy) return undefined;
  return onlyDmy ? 'dmy' : 'mdy';
}
