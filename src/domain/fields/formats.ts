import { fold } from '../fold';
import { accept, refuse, type Checked } from './checked';

/**
 * Labels of letters, digits and inner hyphens, of which the last has a letter; before them no dots at the ends or beside
 * each other. RFC 5321 and IDNA, without quoted local parts, which no site of ours has.
 */
const emailForm =
  /^[^\s@"(),:;<>[\\\].]+(?:\.[^\s@"(),:;<>[\\\].]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+(?=[\p{N}-]*\p{L})[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]$/u;
/** What nearly every address is: letters of ASCII, digits and the usual signs. One look tells that nothing is wrong with it. */
const usualEmail = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?$/i;
const urlForm = /^https?:\/\/[^\s/?#]+\S*$/i;

export function isEmail(text: string): boolean {
  return emailForm.test(text);
}

export const SEVERAL_EMAILS_RULE =
  'Several email addresses are in this cell. Keep the one that the customer signs in with.';
export const EMAIL_RULE = 'Not an email address. Use the format name@example.com.';

/** Signs that word processors write for an apostrophe; no mail system knows them in an address. */
const typographic = /[\u2018-\u201F\u2032`\u00B4\u00AB\u00BB]/;

/** Letters of other scripts that pass for Latin ones: no address is made of both. */
const lookalike = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const latinLetter = /[a-z]/i;

export const LOOKALIKE_RULE =
  'The address has a character that only looks like the one of an address. Correct it, or take the address that is likely meant.';

export function checkEmail(raw: string): Checked {
  const text = raw.trim();
  if (usualEmail.test(text)) return accept(text);
  if (!isEmail(text)) {
    const several = text.split(/[\s;,|]+/).filter(isEmail).length > 1;
    return several ? refuse(SEVERAL_EMAILS_RULE) : refuse(EMAIL_RULE, { meant: likelyAddress(text) });
  }
  return typographic.test(text) || (latinLetter.test(text) && lookalike.test(text))
    ? refuse(LOOKALIKE_RULE, { meant: likelyAddress(text) })
    : accept(text);
}

/** `Ada Byron <ada@acme.com>`, as mail programs write a person. */
const inBrackets = /<(?:mailto:)?([^<>\s]+@[^<>\s]+)>[;,]?$/i;
/** `ada@acme.com (work)`. */
const withRemark = /^(\S+@\S+)\s+\([^()]*\)$/;

/** The address that is likely meant by one that is none: of keyboard signs alone, without blanks. */
function likelyAddress(text: string): string | undefined {
  const [, address = text] = inBrackets.exec(text) ?? withRemark.exec(text) ?? [];
  const likely = fold(address)
    .replaceAll(/\s*\(?\bat\b\)?\s*(?=\S+\.)/g, '@')
    .replaceAll(/\s+/g, '')
    .replace(/,(?=[a-z]{2,}$)/, '.')
    .replace(/[.;,]+$/, '')
    .replace(/@+/, '@');
  return likely !== text && isEmail(likely) ? likely : undefined;
}

/** A web address without its scheme: a domain, with a path or without. */
const bareUrl =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+(?=[\p{N}-]*\p{L})[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}](?::\d{1,5})?(?:[/?#]\S*)?$/u;

/** Whether a text is a web address that lacks no more than its scheme. */
export const lacksScheme = (text: string): boolean => bareUrl.test(text.trim());

/** @param scheme what is put before an address that lacks it */
export function checkUrl(raw: string, scheme?: 'https'): Checked {
  const text = raw.trim();
  if (scheme !== undefined && lacksScheme(text)) return accept(`${scheme}://${text}`);
  return urlForm.test(text) ? accept(text) : refuse('Not a URL. Start with http:// or https:// and leave out spaces.');
}
