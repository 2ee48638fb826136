import { accept, refuse, type Checked } from './checked';

const emailForm = /^[^\s@"(),:;<>[\\\]]+@[^\s@.,;:<>()[\]"\\]+(?:\.[^\s@.,;:<>()[\]"\\]+)+$/;
const urlForm = /^https?:\/\/[^\s/?#]+\S*$/i;
const numberForm = /^[+-]?\d+(?:\.\d+)?$/;
const groupedNumberForm = /^[+-]?\d{1,3}(?:[.,'\s]\d{3})+(?:[.,]\d+)?$|,/;
const phoneForm = /^\+\d[\d\s().-]{3,}$/;

const booleans: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'y', '1', 'on'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'n', '0', 'off'].map((word) => [word, 'false'] as const),
]);

export function isEmail(text: string): boolean {
  return emailForm.test(text);
}

export const EMAIL_RULE = 'Not an email address. Use the format name@example.com.';

export function checkEmail(raw: string): Checked {
  const text = raw.trim();
  return isEmail(text) ? accept(text) : refuse(EMAIL_RULE);
}

export function checkUrl(raw: string): Checked {
  const text = raw.trim();
  return urlForm.test(text) ? accept(text) : refuse('Not a URL. Start with http:// or https:// and leave out spaces.');
}

/** Live sites refuse a number without its country code. Field reports. */
export function checkPhone(raw: string): Checked {
  const text = raw.trim();
  if (!text.startsWith('+')) {
    return refuse('A phone number starts with + and the country code, such as +49 30 1234567.');
  }
  return phoneForm.test(text)
    ? accept(text)
    : refuse('Not a phone number. After the +, use only digits, spaces, brackets, periods and hyphens.');
}

/** Commas and grouped thousands are refused rather than read: 1,234 is one number in London and another in Berlin. */
export function checkNumber(raw: string): Checked {
  const text = raw.trim();
  if (numberForm.test(text)) return accept(text.startsWith('+') ? text.slice(1) : text);
  return groupedNumberForm.test(text)
    ? refuse('Ambiguous number. Use a decimal point and no thousands separators, such as 1234.5.')
    : refuse('Not a number. Use digits, and a decimal point if needed, such as 1234.5.');
}

export function checkBoolean(raw: string): Checked {
  const value = booleans.get(raw.trim().toLowerCase());
  return value === undefined ? refuse('Not yes or no. Use yes or no, true or false, 1 or 0.') : accept(value);
}
