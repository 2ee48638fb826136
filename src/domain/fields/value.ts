import type { FieldDefinition } from '../../contract/fields';
import { remember } from '../remember';
import { accept, refuse, type Checked } from './checked';
import { checkDate, type DateOrder } from './date';
import { checkBoolean } from './boolean';
import { checkEmail, checkUrl } from './formats';
import { checkPhone } from './phone';
import { MAX_VALUE_CHARS } from './limits';
import { type DecimalMark, SHORTENED_RULE, checkNumber, isShortened } from './number';
import { multiSelectChecker, selectChecker } from './option';
import type { YearsFrom } from './short-years';

export interface ValueNotation {
  /** How dates are written; ISO when not said. */
  dateOrder?: DateOrder | undefined;
  /** The hundred years of years of two digits; they are refused when not said. */
  yearsFrom?: YearsFrom | undefined;
  /** What stands before the decimals of numbers; plain digits with a point alone when not said. */
  decimal?: DecimalMark | undefined;
  /** The currency beside numbers, which is left out. */
  currency?: string | undefined;
  /** The country of phone numbers without a country code; they are refused when not said. */
  country?: string | undefined;
  /** What is put before web addresses that lack their scheme; they are refused when not said. */
  scheme?: 'https' | undefined;
  /** What separates the values of a MULTISELECT. */
  separator: string;
}

/** The types whose columns repeat a few values over and over. */
const repeating: ReadonlySet<FieldDefinition['type']> = new Set(['SELECT', 'MULTISELECT', 'BOOLEAN', 'DATE']);

export const LENGTH_RULE = `Longer than ${MAX_VALUE_CHARS} characters, the maximum for a value. Shorten it.`;

function formChecker(field: FieldDefinition, notation: ValueNotation): (raw: string) => Checked {
  switch (field.type) {
    case 'TEXT':
      return (raw) => (isShortened(raw) ? refuse(SHORTENED_RULE) : accept(raw));
    case 'EMAIL':
      return checkEmail;
    case 'URL':
      return (raw) => checkUrl(raw, notation.scheme);
    case 'DATE':
      return (raw) => checkDate(raw, notation.dateOrder ?? 'iso', notation.yearsFrom);
    case 'NUMBER':
      return (raw) => checkNumber(raw, notation.decimal, notation.currency);
    case 'BOOLEAN':
      return checkBoolean;
    case 'PHONE':
      return (raw) => checkPhone(raw, notation.country);
    case 'SELECT':
      return selectChecker(field.options);
    case 'MULTISELECT':
      return multiSelectChecker(field.options, notation.separator);
  }
}

/**
 * The rule of one detail field, made once and applied to many cells: to the values the API takes, or the rule that the
 * cell breaks. An empty cell has no values. CSM reference, detail fields; PHONE from field reports.
 */
export function valueChecker(field: FieldDefinition, notation: ValueNotation): (raw: string) => Checked {
  const check = formChecker(field, notation);
  const checkCell = (raw: string): Checked => {
    if (raw.trim() === '') return { ok: true, values: [] };
    const checked = check(raw);
    if (raw.length > MAX_VALUE_CHARS && checked.ok && checked.values.some((value) => value.length > MAX_VALUE_CHARS))
      return refuse(LENGTH_RULE);
    return checked;
  };
  return repeating.has(field.type) ? remember(checkCell) : checkCell;
}

/** {@link valueChecker} for a single value. */
export function checkValue(field: FieldDefinition, raw: string, notation: ValueNotation): Checked {
  return valueChecker(field, notation)(raw);
}
