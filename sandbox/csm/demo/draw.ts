import { seededRandom } from '../seeded-random';

/** Draws from one seeded source. */
export interface Draw {
  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number;
  chance(probability: number): boolean;
  one(choices: readonly string[]): string;
  some(choices: readonly string[]): string[];
  /** An ISO date from the first of January of `fromYear` on, within the given number of years. */
  date(fromYear: number, years: number): string;
  phone(): string;
}

const DAY_MS = 86_400_000;
const DAYS_A_YEAR = 365;
const countryCodes = ['1', '44', '49', '33', '34', '46', '61', '81', '91', '55', '27', '90'];

export function createDraw(seed: number): Draw {
  const random = seededRandom(seed);
  const number = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const one = (choices: readonly string[]): string => choices[number(0, choices.length - 1)] ?? '';
  return {
    number,
    one,
    chance: (probability) => random() < probability,
    some: (choices) => {
      const drawn = choices.filter(() => random() < 0.4);
      return drawn.length === 0 ? [one(choices)] : drawn;
    },
    date: (fromYear, years) =>
      new Date(Date.UTC(fromYear, 0, 1) + number(0, years * DAYS_A_YEAR) * DAY_MS).toISOString().slice(0, 10),
    phone: () => `+${one(countryCodes)} ${number(200, 999)} ${number(100, 999)} ${number(1000, 9999)}`,
  };
}
