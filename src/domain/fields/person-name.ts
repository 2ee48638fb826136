/** What stands behind a comma and belongs to the last name, without periods. */
const suffixes = new Set(
  'jr jnr junior sr snr senior ii iii iv esq esquire phd md dds dvm rn cpa mba jd msc bsc'.split(' '),
);

/** Forms of companies, without periods and slashes, in the countries of the usual exports. */
const companyForms = new Set(
  (
    'inc incorporated llc ltd limited corp corporation co company lp llp plc pllc gmbh mbh ag kg ohg ug ek ev se ' +
    'sa sarl sas srl sl spa sro bv nv vof ab oy oyj as aps pty pvt kk kft zrt doo'
  ).split(' '),
);

/** Those of them that are written with periods as well; "A. B." are initials. */
const dottedForms = new Set('llc lp llp plc sa sarl sas srl sl spa sro bv nv ek ev doo'.split(' '));

/** Words that no name of a person has, but those of companies, teams and places. */
const notOfPeople = /[\d@&+/\\<>()[\]:;|]|\s(?:of|and|und|et|y)\s|^the$/iu;
const MOST_WORDS = 4;

const plain = (word: string): string => word.replaceAll(/[./]/g, '').toLowerCase();
const wordsOf = (part: string): string[] => part.split(/\s+/);
const together = (part: string): string => plain(part).replaceAll(' ', '');
const isSuffix = (part: string): boolean => suffixes.has(together(part));

const isForm = (word: string): boolean =>
  (/[./]./.test(word) ? dottedForms : companyForms).has(plain(word)) || word.toLowerCase() === 'a/s';

const isCompanyForm = (part: string): boolean =>
  isForm(wordsOf(part)[0] ?? '') || (/\.\s/.test(part) && dottedForms.has(together(part)));

/** Letters for a degree or an office, as in "Ada Byron, CFA": no list has all of them. */
const isTitle = (part: string): boolean => /^(?:\p{Lu}\.?){2,5}$/u.test(part);

/** Whether a name that stands before a comma is whole, and what follows is a title. */
const isWithTitle = (name: string, title: string): boolean =>
  isTitle(title) && wordsOf(name).length > 1 && /\p{Ll}/u.test(name);

/** "John Jr." without its end, and that; an end alone is a name. */
function withoutEnd(first: string): [name: string, end: string] {
  const words = wordsOf(first);
  const end = words.at(-1) ?? '';
  return words.length > 1 && isSuffix(end) ? [words.slice(0, -1).join(' '), ` ${end}`] : [first, ''];
}

function isPart(part: string): boolean {
  return /\p{L}/u.test(part) && !notOfPeople.test(part) && wordsOf(part).length <= MOST_WORDS;
}

/**
 * "Byron, Ada" as "Ada Byron", with what may stand behind either: "Byron, Ada, Jr." and "Byron, Jr., Ada" as "Ada Byron,
 * Jr.", "Byron, Ada Jr." as "Ada Byron Jr.". Null for a name that isn't written last name first: "Ada Byron", "Smith, Jr.",
 * "Ada Byron, CFA", "Acme, Inc.".
 */
export function turnedRound(name: string): string | null {
  const parts = name.split(',').map((part) => part.trim());
  const [last = '', first = '', ...more] = parts.filter((part) => !isSuffix(part));
  const ends = parts.filter(isSuffix);
  if (more.length > 0 || ends.length > 1 || isSuffix(parts[0] ?? '')) return null;
  if (!isPart(last) || !isPart(first) || isCompanyForm(first)) return null;
  if (wordsOf(last).some((word, at) => at > 0 && isForm(word))) return null;
  if (isWithTitle(last, first)) return null;
  const [given, end] = withoutEnd(first);
  return [`${given} ${last}${end}`, ...ends].join(', ');
}

/** Whether most of some names are written last name first. */
export function areLastFirst(names: readonly string[]): boolean {
  const filled = names.filter((name) => name.trim() !== '');
  return filled.filter((name) => turnedRound(name) !== null).length > filled.length / 2;
}
