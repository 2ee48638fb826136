import { DIRECTIONS, INVISIBLE, JOINERS } from './import/clean/characters';

/** Printable letters of ASCII with single blanks between them: nothing but their case can differ. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

const unseen = new RegExp(`[${INVISIBLE}${DIRECTIONS}${JOINERS}]`, 'g');
const blanks = /\s+/g;
/** Signs that keyboards, phones and word processors write for one another. */
const apostrophes = /[\u2018\u2019\u201A\u201B\u02BC\u02B9\u2032`\u00B4]/g;
const quotes = /[\u201C-\u201F\u2033\u00AB\u00BB]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * The form in which names, emails, options and ids are compared, on both sides: without letter case, without what nobody
 * sees, with one kind of blank, apostrophe and dash, and each letter written in one way (NFKC: "é" as one or two code
 * points, full-width letters as the others).
 */
export function fold(text: string): string {
  return plainSpelling(text).toLowerCase();
}

/** The ways to ask the site for a name, as it tells apart all but letter case: as given, and as most people type it. */
export function spellingsOf(name: string): string[] {
  const typed = plainSpelling(name);
  return [...new Set([name, typed, typed.replaceAll("'", '\u2019')])];
}

function plainSpelling(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .replaceAll(blanks, ' ')
    .replaceAll(apostrophes, "'")
    .replaceAll(quotes, '"')
    .replaceAll(dashes, '-')
    .trim();
}
