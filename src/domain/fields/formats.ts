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

export const EMAIL_RULE = 'Not an e-mail address. It has the form name@example.com.';

export function checkEmail(raw: string): Checked {
  const text = raw.trim();
  return isEmail(text) ? accept(text) : refuse(EMAIL_RULE);
}

export function checkUrl(raw: string): Checked {
  const text = raw.trim();
  return urlForm.test(text) ? accept(text) : refuse('Not a URL. It starts with http:// or https:// and has no spaces.');
}

/** Live sites refuse a number without its country code. Field reports. */
export function checkPhone(raw: string): Checked {
  const text = raw.trim();
  if (!text.startsWith('+')) {
    return refuse('A phone number starts with + and the country code, such as +49 30 1234567.');
  }
  return phoneForm.test(text)
    ? accept(text)
    : refuse('Not a phone number. After + it has digits, spaces, brackets, points and hyphens only.');
}

/** Commas and grouped thousands are refused rather than read: 1,234 is one number in London and another in Berlin. */
export function checkNumber(raw: string): Checked {
  const text = raw.trim();
  if (numberForm.test(text)) return accept(text.startsWith('+') ? text.slice(1) : text);
  return groupedNumberForm.test(text)
    ? refuse('Ambiguous number. Write it with a decimal point and nothing between the thousands, such as 1234.5.')
    : refuse('Not a number. Write digits, with a decimal point where there is one, such as 1234.5.');
}

export function checkBoolean(raw: string): Checked {
  const value = booleans.get(raw.trim().toLowerCase());
  return value === undefined ? refuse('Neither yes nor no. Write yes or no, true or false, 1 or 0.') : accept(value);
}
