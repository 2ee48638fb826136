import { accept, refuse, type Checked } from './checked';
import type { DialingPlan } from './dialing-plan';
import { dialingPlans } from './dialing-plans.gen';

/** What a live site takes. Field reports. */
const form = /^\+\d[\d\s().-]{3,}$/;
/** What people write of a number, beside its digits. */
const written = /^\+?[\d\s()./\u2010-\u2013-]+$/;
/** The prefix for calls abroad that most countries have; no number of any begins with it. ITU-T E.164. */
const USUAL_ABROAD = '00';

/** A number of fewer digits may lack its area code, where nothing says that it has one. */
const WITH_AREA_CODE = 9;
/** Where no number is shorter, none has an area code that could be left out. */
const WITHOUT_AREA_CODES = 7;

/** How many digits numbers of a code can have, that included; of all countries that share it. */
const lengthsByCode = new Map<string, Set<number>>();
for (const { code, digits } of Object.values(dialingPlans)) {
  const lengths = lengthsByCode.get(code) ?? new Set();
  for (const length of digits) lengths.add(code.length + length);
  lengthsByCode.set(code, lengths);
}

const NO_COUNTRY_RULE = 'A phone number starts with + and the country code, such as +49 30 1234567.';
const FORM_RULE = 'Not a phone number. After the +, use only digits, spaces, brackets, periods and hyphens.';
const UNCLEAR_RULE =
  'This number can be read with and without a country code in it. Start it with + and the country code, or with the digits that calls inside the country begin with.';
const NO_AREA_RULE =
  'This number may lack its area code. Start it with + and the country code, or with the digits that calls inside the country begin with.';

/** The countries that a number without its code can be from, by their two letters. */
export const countries: readonly string[] = Object.keys(dialingPlans);

/** The code of a country, such as 49; undefined for letters that are no country's. */
export const callingCodeOf = (country: string): string | undefined => dialingPlans[country]?.code;

/** Whether a number says its country itself: with a plus, or as it is dialled from most others. */
export const saysCountry = (text: string): boolean => text.trim().startsWith('+') || checkPhone(text).ok;

/**
 * A PHONE value as a live site takes it: with + and the country's code. 0049 is read as +49. A number without a code gets
 * that of `country`, two letters, where one is said, and loses the digits that are dialled inside the country alone.
 */
export function checkPhone(raw: string, country?: string): Checked {
  const given = raw.trim();
  const text = given.startsWith('+') ? given : given.replace(/^tel:\s*/i, '');
  if (text.startsWith('+')) return form.test(text) ? accept(text) : refuse(FORM_RULE);
  const plan = country === undefined ? undefined : dialingPlans[country];
  if (!written.test(text)) return refuse(plan === undefined ? NO_COUNTRY_RULE : FORM_RULE);
  const digits = text.replaceAll(/\D/g, '');
  const abroad = fromAbroad(digits, plan === undefined ? USUAL_ABROAD : plan.abroad);
  if (abroad > 0) return accept(`+${withoutFirst(text, abroad)}`);
  return plan === undefined ? refuse(NO_COUNTRY_RULE) : national(text, digits, plan);
}

/** How many digits stand before the code of another country; 0 where the number begins with none. */
function fromAbroad(digits: string, prefix: string): number {
  if (prefix === '' || !digits.startsWith(prefix)) return 0;
  const rest = digits.slice(prefix.length);
  const isOf = (length: number): boolean => lengthsByCode.get(rest.slice(0, length))?.has(rest.length) === true;
  return [1, 2, 3].some(isOf) ? prefix.length : 0;
}

function national(text: string, digits: string, { code, trunk, digits: lengths }: DialingPlan): Checked {
  const isPossible = (without: string): boolean => lengths.includes(digits.length - without.length);
  const notOfCountry = refuse(`Not a phone number of the country with the code +${code}. Correct it.`);
  const withTrunk = trunk !== '' && digits.startsWith(trunk);
  // What is dialled before a number is no part of any, where it is a zero.
  if (withTrunk && trunk.startsWith('0') && !isPossible(trunk)) return notOfCountry;
  if (withTrunk && isPossible(trunk) && (trunk.startsWith('0') || !isPossible('')))
    return accept(`+${code} ${withoutFirst(text, trunk.length)}`);
  const withCode = digits.startsWith(code) && isPossible(code);
  if (withCode && isPossible('')) return refuse(UNCLEAR_RULE);
  if (withCode) return accept(`+${withoutFirst(text, 0)}`);
  const mayLackArea = trunk.startsWith('0') && Math.min(...lengths) < WITHOUT_AREA_CODES;
  if (isPossible('') && mayLackArea && digits.length < WITH_AREA_CODE) return refuse(NO_AREA_RULE);
  if (!isPossible('')) return notOfCountry;
  return accept(`+${code} ${withoutFirst(text, 0)}`);
}

/** A number without so many of its digits and without what the site doesn't take: brackets and slashes become blanks. */
function withoutFirst(text: string, count: number): string {
  let left = count;
  const rest = text.replaceAll(/\d/g, (digit) => ((left -= 1) >= 0 ? '' : digit));
  return rest
    .replaceAll(/[()/]/g, ' ')
    .replaceAll(/[\u2010-\u2013]/g, '-')
    .replace(/^[\s.-]+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
