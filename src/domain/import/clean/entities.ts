/** The names of U+00A0 to U+00FF, in their order. HTML 4.01, 24.2.1. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201C',
  rdquo: '\u201D',
  bull: '\u2022',
  hellip: '\u2026',
  euro: '\u20AC',
  trade: '\u2122',
};

const named = new Map([
  ...latin1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries(signs),
]);

/** A character as web pages write it, which their exports can leave in cells: `&amp;`, `&#39;`, `&#x27;`. */
export const ENTITY = '&(?:#\\d{2,6}|#[xX][\\dA-Fa-f]{2,6}|[A-Za-z]{2,6}[1-4]{0,2});';

const entity = new RegExp(ENTITY, 'g');

function characterOf(text: string): string {
  const body = text.slice(1, -1);
  if (!body.startsWith('#')) return named.get(body) ?? text;
  const isHex = /^#x/i.test(body);
  const code = Number.parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isCharacter = code >= 0x20 && code !== 0x7f && (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff;
  return isCharacter ? String.fromCodePoint(code) : text;
}

/** A cell with its characters instead of what web pages write for them; names that nobody knows stay. */
export const withoutEntities = (cell: string): string =>
  cell.includes('&') ? cell.replaceAll(entity, characterOf) : cell;
