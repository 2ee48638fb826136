import { guessDateOrder } from '../fields/date';
import { isEmail } from '../fields/formats';
import { guessCurrency, guessDecimal } from '../fields/number';
import { valueChecker } from '../fields/value';
import type { Place } from '../kinds/place';

/** Values that are looked at: what a column is shows in few. */
const LOOKED_AT = 100;

const phone = /^[+(]?[\d\s()./-]{6,}(?:\s?(?:x|ext\.?|Durchwahl)\s?\d+)?$/i;
/** Words, as names are: with a letter, and no address, link or day. */
const isName = (value: string): boolean =>
  /\p{L}/u.test(value) && !isEmail(value.trim()) && !/^https?:|^\d{4}-\d\d-\d\d/i.test(value);

/** Names go to these places; the other fixed ones take ids, which no form tells from other ids. */
const named = new Set(['displayName', 'organization', 'product', 'name']);

/** Less than this share of values that a place takes says that the name misleads. */
const FEW = 0.5;

/** Whether a column does not go where its name says, by the share of its values that fit there. */
export const isMisfit = (fit: number | null): boolean => fit !== null && fit < FEW;

export const misfitWords = ({ label }: Pick<Place, 'label'>): string =>
  `The name says “${label}”, but most values don’t fit. Choose where the column goes.`;

const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.filter(fits).length / values.length;

/**
 * The share of values that a place takes, 0 to 1; null where any text fits it, or there are no values. It is generous where
 * a column is still to be told how its values are written: phone numbers without their country code are phone numbers.
 */
export function fitOf({ field, looksLike, target }: Place, values: readonly string[]): number | null {
  const filled = values.filter((value) => value.trim() !== '').slice(0, LOOKED_AT);
  if (filled.length === 0) return null;
  if (looksLike !== undefined) return share(filled, looksLike);
  if (field === undefined) return named.has(target.to) && target.by !== 'id' ? share(filled, isName) : null;
  if (field.type === 'TEXT') return null;
  if (field.type === 'PHONE') return share(filled, (value) => phone.test(value.trim()));
  if (field.type === 'BOOLEAN') return twoValues(filled) ? 1 : share(filled, checkerOf(field, filled));
  return share(filled, checkerOf(field, filled));
}

/** Any two values can stand for yes and no: which is which, a person says. */
const twoValues = (values: readonly string[]): boolean => new Set(values.map((value) => value.trim())).size === 2;

function checkerOf(field: NonNullable<Place['field']>, values: readonly string[]): (value: string) => boolean {
  const decimal = guessDecimal(values);
  const check = valueChecker(field, {
    dateOrder: guessDateOrder(values) ?? 'dmy',
    yearsFrom: 2000,
    decimal: decimal === 'open' ? ',' : decimal,
    currency: guessCurrency(values),
    scheme: 'https',
    separator: ';',
  });
  return (value) => check(value).ok;
}
