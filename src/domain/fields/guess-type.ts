import type { DetailFieldType } from '../../contract/fields';
import type { Checked } from './checked';
import { checkDate } from './date';
import { checkBoolean } from './boolean';
import { checkEmail, checkUrl } from './formats';
import { checkPhone } from './phone';
import { checkNumber, guessDecimal } from './number';

/** A zero in front of other digits is lost in a number, and means something in a postcode or an account. */
const leadingZero = /^\s*0\d/;

/** Of a year of two digits, the century is asked once the column goes to the field. */
const isDate = (raw: string): Checked => {
  const iso = checkDate(raw, 'dmy', 2000);
  return iso.ok ? iso : checkDate(raw, 'mdy', 2000);
};

/** Types by what their values look like. The first that fits is taken: 1 and 0 are numbers before they are yes and no. */
const formsWith = (mark: '.' | ','): readonly (readonly [DetailFieldType, (raw: string) => Checked])[] => [
  ['NUMBER', (raw) => checkNumber(raw, mark)],
  ['BOOLEAN', checkBoolean],
  ['DATE', isDate],
  ['EMAIL', checkEmail],
  ['URL', (raw) => checkUrl(raw)],
  ['PHONE', (raw) => checkPhone(raw)],
];

/** The type a field would have that takes these cells. Text, unless every filled cell is of another form. */
export function guessFieldType(samples: readonly string[]): DetailFieldType {
  const filled = samples.filter((sample) => sample.trim() !== '');
  if (filled.length === 0 || filled.some((sample) => leadingZero.test(sample) && checkNumber(sample).ok)) return 'TEXT';
  const mark = guessDecimal(filled) === ',' ? ',' : '.';
  return formsWith(mark).find(([, check]) => filled.every((sample) => check(sample).ok))?.[0] ?? 'TEXT';
}
