/** What is not seen and comes along with a copied text: zero-width signs, directions of writing, soft hyphens, a BOM. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/gu;
/** Every blank that is not one of ASCII: no-break, thin, ideographic. */
const BLANK = /[^\S \t\n]/gu;
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Signs of other ways of writing, by the ones that mail programs write between and around addresses. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»〝〞＂]/gu, '"'],
  [/[‹〈《＜⟨]/gu, '<'],
  [/[›〉》＞⟩]/gu, '>'],
  [/[，、､،﹐]/gu, ','],
  [/[；؛﹔]/gu, ';'],
  [/[＠﹫]/gu, '@'],
  [/（/gu, '('],
  [/）/gu, ')'],
  [/：/gu, ':'],
  [/．/gu, '.'],
];

/** The lines of a pasted text, with the signs and blanks of ASCII where other ones stand for them, and nothing unseen. */
export function cleanLines(text: string): string[] {
  const plain = text
    .replace(UNSEEN, '')
    .replace(LINE_BREAK, '\n')
    .replace(BLANK, ' ')
    .replace(CONTROL, '')
    .replace(/ {2,}/gu, ' ');
  return SIGNS.reduce((done, [signs, sign]) => done.replace(signs, sign), plain).split('\n');
}
