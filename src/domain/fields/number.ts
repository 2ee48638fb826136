import { accept, refuse, type Checked } from './checked';

/** What stands before the decimals of a number. */
export type DecimalMark = '.' | ',';

const plain = /^[+-]?\d+(?:\.\d+)?$/;
/**
 * What a spreadsheet writes for a number that has more digits than it keeps, the last of which are lost, and for one that its
 * cell was too narrow for.
 */
const shortened = /^(?:[+-]?\d(?:[.,]\d+)?E\+\d{2,}|#{4,})$/i;
const minus = /^[\u2212\u2012-\u2014](?=\s*\d)/;

/** Whole numbers in groups of three, with their decimals. Blanks, apostrophes and the other mark group. */
const grouped: Record<DecimalMark, RegExp> = {
  '.': /^[+-]?(?:\d{1,3}(?:[,\s'’\u00A0\u202F]\d{3})+|\d+)(?:\.\d+)?$/,
  ',': /^[+-]?(?:\d{1,3}(?:[.\s'’\u00A0\u202F]\d{3})+|\d+)(?:,\d+)?$/,
};

/** Digits in groups of three behind points: whole numbers in many languages, decimals in others. */
const thousands = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/;

/** A currency as it stands before or behind a number: its sign, its code or how a country writes it. */
const currencySign = '(?:[A-Z]{0,2}\\p{Sc}|[A-Z]{3}|kr\\.?|zł|Kč|Ft|Fr\\.)';
const leading = new RegExp(`^([+\\-\u2212]?)\\s*(${currencySign})\\s*(?=[+\\-\u2212]?[\\d.,])`, 'u');
const trailing = new RegExp(`(?<=\\d)\\s*(${currencySign})$`, 'u');

/** The currency of a value, if it has one. */
function currencyOf(text: string): string | undefined {
  return leading.exec(text.trim())?.[2] ?? trailing.exec(text.trim())?.[1];
}

/** A value without this currency; one with another stays as it is. */
function withoutCurrency(text: string, currency: string): string {
  if (currencyOf(text) !== currency) return text;
  return text.trim().replace(leading, '$1').replace(trailing, '');
}

/** Three letters before digits can be the beginning of a number of another kind: INV001. */
const isCurrency = (text: string): boolean =>
  !/^[A-Z]{3}$/.test(text) || Intl.supportedValuesOf('currency').includes(text);

/** The currency that the values of a column have, where all that have one have the same. */
export function guessCurrency(values: readonly string[]): string | undefined {
  const [currency, ...others] = new Set(values.flatMap((value) => currencyOf(value) ?? []));
  return currency !== undefined && others.length === 0 && isCurrency(currency) ? currency : undefined;
}

/** Whether the last digits of the value are lost: `4.91512E+11`, `#####`. */
export const isShortened = (text: string): boolean => shortened.test(text);

export const SHORTENED_RULE =
  'A spreadsheet has shortened this value, and its last digits are lost. Format the column as text or number there, enter the value again, and export the file anew.';

/**
 * A NUMBER value as the API stores it. Without a mark only plain digits with a point are read: 1,234 is one number in
 * London and another in Berlin.
 * @param currency what may stand beside the number and is left out
 */
export function checkNumber(raw: string, decimal?: DecimalMark, currency?: string): Checked {
  // Most numbers are plain digits, which one look tells.
  if (decimal !== ',' && plain.test(raw)) return accept(withoutPlus(raw));
  const bare = currency === undefined ? raw : withoutCurrency(raw, currency);
  const text = bare.trim().replace(minus, '-');
  if (isShortened(text)) return refuse(SHORTENED_RULE);
  if (decimal !== ',' && plain.test(text)) return accept(withoutPlus(text));
  if (decimal !== undefined && grouped[decimal].test(text)) return accept(plainDigits(text, decimal));
  if (decimal === undefined && (grouped['.'].test(text) || grouped[','].test(text)))
    return refuse('Ambiguous number. Choose in Columns what stands before the decimals, or use digits and a point.');
  return refuse('Not a number. Use digits, and a decimal point if needed, such as 1234.5.');
}

const withoutPlus = (text: string): string => (text.startsWith('+') ? text.slice(1) : text);

function plainDigits(text: string, decimal: DecimalMark): string {
  const [whole = '', decimals] = text.split(decimal);
  const digits = whole.replaceAll(/[^\d-]/g, '');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}

/**
 * What stands before the decimals in a column, where its values can be read in one way only: undefined while they need
 * no mark, `'open'` while they would be right both ways. Their currency is left out.
 */
export function guessDecimal(values: readonly string[]): DecimalMark | 'open' | undefined {
  const currency = guessCurrency(values);
  const filled = values
    .filter((value) => value.trim() !== '')
    .map((value) => (currency === undefined ? value : withoutCurrency(value, currency)));
  if (filled.length === 0) return undefined;
  if (needNoMark(filled)) return undefined;
  // Some values that are no numbers at all are problems of their rows, and say nothing of the others.
  const fitting = (mark: DecimalMark) => filled.filter((value) => checkNumber(value, mark).ok);
  const [point, comma] = [fitting('.'), fitting(',')];
  if (point.length === comma.length) return needNoMark([...point, ...comma]) ? undefined : 'open';
  return point.length > comma.length ? '.' : ',';
}

/** 1.234 is a thousand and more where every value with a point has three digits behind it. */
function needNoMark(values: readonly string[]): boolean {
  const pointed = values.filter((value) => value.includes('.'));
  const areThousands = pointed.length > 0 && pointed.every((value) => thousands.test(value.trim()));
  return !areThousands && values.every((value) => checkNumber(value).ok);
}
