import type { NumberFormat } from './number-formats';

/** Digits of a number that a spreadsheet keeps; those behind are of its binary form. */
const RIGHT_DIGITS = 15;
const DAY_SECONDS = 24 * 60 * 60;
/** Days from each system's day 0 to 1970. */
const BEFORE_1970 = { 1900: 25_569, 1904: 24_107 } as const;
/** The last day that spreadsheets can name: 9999-12-31. */
const LAST_DAY = { 1900: 2_958_465, 1904: 2_957_003 } as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A number without an exponent: 1.5E-7 → 0.00000015. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * A number as plain digits with a point, of which 15 are right: 0.30000000000000004 → 0.3. Whole numbers stay as they are
 * written. Anything else is text, and stays too.
 */
export function numberText(written: string, digits = 0): string {
  if (/^\d+$/.test(written)) return written.padStart(digits, '0');
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number) || /^-\d+$/.test(written)) return written;
  return withoutExponent(String(Number(number.toPrecision(RIGHT_DIGITS)))).padStart(digits, '0');
}

/** 10:30, or 10:30:15 where there are seconds. */
function clock(seconds: number): string {
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

const withTime = (day: string, seconds: number): string => (seconds === 0 ? day : `${day} ${clock(seconds)}`);

/** A day by its number. Since Lotus 1-2-3 the calendar that begins in 1900 has a 29 February there, its day 60. */
function dayText(day: number, from1904: boolean): string {
  if (!from1904 && day === 60) return '1900-02-29';
  const real = !from1904 && day < 60 ? day + 1 : day;
  const date = new Date((real - BEFORE_1970[from1904 ? 1904 : 1900]) * DAY_SECONDS * 1000);
  return date.toISOString().slice(0, 10);
}

/**
 * The text of a cell with a number: YYYY-MM-DD for a date, with HH:MM behind where it has a time other than midnight, HH:MM
 * for a time of day, else plain digits.
 */
export function formattedText(written: string, format: NumberFormat, from1904: boolean): string {
  if (format.is === 'number') return numberText(written, format.digits);
  const seconds = Math.round(Number(written) * DAY_SECONDS);
  const end = (LAST_DAY[from1904 ? 1904 : 1900] + 1) * DAY_SECONDS;
  if (written.trim() === '' || !(seconds >= 0 && seconds < end)) return numberText(written);
  if (format.is === 'hours') return clock(seconds);
  const day = Math.floor(seconds / DAY_SECONDS);
  const isTime = format.is === 'time' && day === 0;
  return isTime ? clock(seconds) : withTime(dayText(day, from1904), seconds % DAY_SECONDS);
}

/** A date that is written in full, 2024-01-31T10:30:00, as {@link formattedText} writes it. */
export function isoText(written: string): string {
  const [, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?)?$/.exec(written) ?? [];
  if (day === undefined) return written;
  return withTime(day, Number(hour) * 3600 + Number(minute) * 60 + Number(second));
}
