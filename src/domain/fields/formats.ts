import { fold } from '../fold';
import { accept, refuse, type Checked } from './checked';

/** No domain has quotes or apostrophes, whatever signs are written for them. */
const emailForm = /^[^\s@"(),:;<>[\\\]]+@[^\s@.,;:<>()[\]"'\\‘’“”„«»]+(?:\.[^\s@.,;:<>()[\]"'\\‘’“”„«»]+)+$/;
const urlForm = /^https?:\/\/[^\s/?#]+\S*$/i;
const phoneForm = /^\+\d[\d\s().-]{3,}$/;

export function isEmail(text: string): boolean {
  return emailForm.test(text);
}

export const EMAIL_RULE = 'Not an email address. Use the format name@example.com.';

/** Signs that word processors write for an apostrophe; no mail system knows them in an address. */
const typographic = /[\u2018-\u201F\u2032`\u00B4\u00AB\u00BB]/;

export const LOOKALIKE_RULE =
  'The address has a character that only looks like the one of an address. Correct it, or take the address that is likely meant.';

export function checkEmail(raw: string): Checked {
  const text = raw.trim();
  if (!isEmail(text)) return refuse(EMAIL_RULE, { meant: likelyAddress(text) });
  return typographic.test(text) ? refuse(LOOKALIKE_RULE, { meant: likelyAddress(text) }) : accept(text);
}

/** The address that is likely meant by one that is none: of keyboard signs alone, without blanks. */
function likelyAddress(text: string): string | undefined {
  const likely = fold(text)
    .replaceAll(/\s*\(?\bat\b\)?\s*(?=\S+\.)/g, '@')
    .replaceAll(/\s+/g, '')
    .replace(/,(?=[a-z]{2,}$)/, '.')
    .replace(/[.;,]+$/, '')
    .replace(/@+/, '@');
  return likely !== text && isEmail(likely) ? likely : undefined;
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
