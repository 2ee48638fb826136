import { analyse } from 'chardet';
import { decoderFor } from './decoder';

/** Encodings whose letters beyond ASCII take several bytes each. Few texts in other encodings are right in one of these. */
const severalBytes = ['Shift_JIS', 'GB18030', 'EUC-JP', 'EUC-KR', 'Big5'];

/**
 * Encodings of one byte a letter, the most used first: of several that make equally good words, the first is taken.
 * Windows-1252 is what a file is read as where nothing speaks for another.
 */
const oneByte = [
  ...['Windows-1252', 'Windows-1250', 'Windows-1251', 'Macintosh', 'Windows-1254', 'Windows-1253', 'Windows-1255'],
  ...['Windows-1256', 'Windows-1257', 'Windows-874', 'KOI8-R', 'KOI8-U', 'IBM866', 'Macintosh Cyrillic'],
  ...['ISO-8859-2', 'ISO-8859-5', 'ISO-8859-7'],
];
/** What another encoding has to be better by: the words of a few names tell little. */
const FIRST_IS_BETTER_BY = 1;

/** The letters beyond ASCII of the languages that are written in Latin letters, by the encodings that have them all. */
const western = [
  'äöüß',
  'àâæçéèêëîïôœùûü',
  'áéíóúüñ',
  'áâãàçéêíóôõú',
  'àèéìòù',
  'éëïöüè',
  'åäöé',
  'æøåé',
  'áéíóúýþæöð',
  'éç',
];
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîșşțţ', 'čćđšž', 'äöüß'];
const alphabets: Readonly<Record<string, readonly string[]>> = {
  'Windows-1252': western,
  Macintosh: western,
  'Windows-1250': central,
  'ISO-8859-2': central,
  'Windows-1254': ['çğıöşüâîi̇'],
  'Windows-1257': ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'],
};
/** What a letter that none of an encoding's languages has speaks against it. */
const FOREIGN = 1.5;

/** How well the Latin letters of a text are those of one language of the encoding. */
function alphabetMerit(text: string, name: string): number {
  const letters = text
    .toLowerCase()
    .split(/(?:)/u)
    .filter((character) => character > '\u007F' && latin.test(character));
  if (letters.length === 0) return 0;
  const merits = (alphabets[name] ?? ['']).map((alphabet) =>
    letters.reduce((sum, one) => sum + (alphabet.includes(one) ? 1 : -FOREIGN), 0),
  );
  return Math.max(...merits);
}

const latin = /\p{Script=Latin}/u;
/** Punctuation that people write beside letters. */
const marks = /[\s\d.,;:!?()/&+"'@\-–—…“”„’‘«»%\u00A0]/;
const letter = /\p{L}/u;
const ideograph = /\p{Script=Han}/u;
/** Of one language alone, where ideographs are of several. */
const syllable = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** One byte each in Shift_JIS: what any text of one byte a letter turns into. */
const halfWidth = /[\uFF61-\uFF9F]/;
const scripts = [
  latin,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hangul}/u,
];
const scriptOf = (character: string): number => scripts.findIndex((script) => script.test(character));

/** How little two neighbours look like the inside of a word: 0 for what words are made of. */
function oddness(before: string, after: string): number {
  const isLetter = [letter.test(before), letter.test(after)];
  if (!isLetter[0] || !isLetter[1]) {
    const sign = isLetter[0] ? after : isLetter[1] ? before : '';
    return sign === '' || marks.test(sign) ? 0 : 3;
  }
  if (scriptOf(before) !== scriptOf(after)) return 4;
  // A capital letter behind a small one stands in no word, but for names such as McCoy, which are of ASCII.
  const isSmall = before !== before.toUpperCase() && before === before.toLowerCase();
  const isCapital = after !== after.toLowerCase() && after === after.toUpperCase();
  if (isSmall && isCapital) return 3;
  // Latin words have few letters with marks, and hardly ever three of them in a row.
  return scriptOf(before) === 0 && before > '\u007F' && after > '\u007F' ? 2 : 0;
}

/** How much a letter beyond ASCII speaks for the encoding that it is read in. */
function meritOf(character: string): number {
  if (halfWidth.test(character)) return -1;
  if (syllable.test(character)) return 4;
  if (ideograph.test(character)) return 3;
  return scriptOf(character) > 0 ? 1 : 0;
}

/** How little a text looks like words, where letters beyond ASCII stand: the sum over them, less what speaks for it. */
function oddnessOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character <= '\u007F') continue;
    if (character === '\uFFFD' || (character >= '\u0080' && character < '\u00A0')) sum += 8;
    sum += oddness(text.charAt(at - 1) || ' ', character);
    const next = text.charAt(at + 1) || ' ';
    if (next <= '\u007F') sum += oddness(character, next);
    sum -= meritOf(character);
  }
  return sum;
}

/** Of a thousand letters so many may be wrong: a line can be cut where a piece of the file ends, or be damaged. */
const WRONG_PER_THOUSAND = 5;

function isRightIn(name: string, bytes: Uint8Array): boolean {
  const text = decoderFor(name)(bytes, false);
  return (text.split('\uFFFD').length - 1) * 1_000 <= text.length * WRONG_PER_THOUSAND + 1_000;
}

/** The detector's names for encodings that most of these files are in another, wider one of. */
const alike: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'Windows-1252',
  'ISO-8859-2': 'Windows-1250',
  'ISO-8859-7': 'Windows-1253',
  'ISO-8859-8': 'Windows-1255',
  'ISO-8859-6': 'Windows-1256',
  'ISO-8859-9': 'Windows-1254',
};
/** How much the detector's confidence, of 100, weighs against oddness. It is surer of letters of several bytes. */
const CONFIDENCE_PER_ODDNESS = { one: 8, several: 3 };

/** How sure the detector is of each encoding, by the names of this console. */
function confidences(lines: Uint8Array): Map<string, number> {
  const sure = new Map<string, number>();
  for (const { name, confidence } of analyse(lines)) {
    const known = alike[name] ?? name.replace('windows', 'Windows');
    sure.set(known, Math.max(confidence, sure.get(known) ?? 0));
  }
  return sure;
}

/**
 * The encoding that lines with letters beyond ASCII are most likely in: by a detector where letters take several bytes,
 * else by which encoding makes words of them. A guess, as short texts can be right in several.
 */
export function guessEncoding(lines: Uint8Array): string {
  const sure = confidences(lines);
  const several = severalBytes.filter((name) => isRightIn(name, lines));
  let chosen = 'Windows-1252';
  let least = Infinity;
  for (const name of [...oneByte, ...several]) {
    const text = decoderFor(name)(lines, false);
    const weight = several.includes(name) ? CONFIDENCE_PER_ODDNESS.several : CONFIDENCE_PER_ODDNESS.one;
    const told = (sure.get(alike[name] ?? name) ?? 0) / weight;
    const sum = oddnessOf(text) - alphabetMerit(text, name) - told - (name === oneByte[0] ? FIRST_IS_BETTER_BY : 0);
    if (sum < least) [chosen, least] = [name, sum];
  }
  return chosen;
}
