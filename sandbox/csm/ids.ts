import { seededRandom } from './seeded-random';

/** The source of ids of one site: the same on every start, and without repetition whatever random the site is given. */
export interface Ids {
  uuid(): string;
  /** Organizations have positive integers, carried as strings. */
  number(): string;
}

const ID_SEED = 20_251;
const FIRST_NUMBER = 1;

export function createIds(): Ids {
  const random = seededRandom(ID_SEED);
  let number = FIRST_NUMBER;
  const hex = (digits: number): string =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`,
    number: () => String(number++),
  };
}
