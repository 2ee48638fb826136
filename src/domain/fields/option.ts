import { fold } from '../fold';
import { nearest } from '../nearest';
import { accept, refuse, type Checked } from './checked';

/** How many options a message lists before it says how many more there are. */
const LISTED_OPTIONS = 8;

function listed(options: readonly string[]): string {
  const more = options.length - LISTED_OPTIONS;
  const head = options.slice(0, LISTED_OPTIONS).join(', ');
  return more > 0 ? `${head} and ${more} more` : head;
}

/** Finds options whatever their letter case, and gives back the field's own spelling. */
export function optionFinder(options: readonly string[]): {
  find: (text: string) => string | undefined;
  /** The option that is likely meant by a text that is none. */
  near: (text: string) => string | undefined;
  rule: string;
} {
  const exact = new Set(options);
  const folded = new Map(options.toReversed().map((option) => [fold(option), option]));
  const rule =
    options.length === 0
      ? 'The field has no options yet. Add options to the field first.'
      : `Not an option of the field. Its options are ${listed(options)}. Correct the value, or add the option to the field.`;
  const near = (text: string) => nearest(fold(text), folded);
  return { find: (text) => (exact.has(text) ? text : folded.get(fold(text))), near, rule };
}

export function selectChecker(options: readonly string[]): (raw: string) => Checked {
  const { find, near, rule } = optionFinder(options);
  return (raw) => {
    const option = find(raw);
    return option === undefined ? refuse(rule, { meant: near(raw) }) : accept(option);
  };
}

/** What else separates options in a cell: no option has a comma, and few have one of the others. */
const otherSeparators = [';', '|', ',', '\n'];

/**
 * Several options in one cell, each once. An option that itself contains the separator is found when it is alone. A cell
 * that is written with another separator than the column is read as well, where each of its pieces is an option.
 */
export function multiSelectChecker(options: readonly string[], separator: string): (raw: string) => Checked {
  const { find, near, rule } = optionFinder(options);
  const read = (raw: string, by: string): Checked => {
    const values = new Set<string>();
    for (const piece of raw.split(by)) {
      if (piece.trim() === '') continue;
      const option = find(piece);
      if (option === undefined) {
        const meant = near(piece);
        return refuse(`${rule} Separate several values with "${separator}".`, { value: piece.trim(), meant });
      }
      values.add(option);
    }
    return { ok: true, values: [...values] };
  };
  return (raw) => {
    const whole = find(raw);
    if (whole !== undefined) return accept(whole);
    const first = read(raw, separator);
    if (first.ok) return first;
    const others = otherSeparators.filter((other) => other !== separator && raw.includes(other));
    const known = others.map((other) => ({
      other,
      pieces: raw.split(other).filter((piece) => find(piece) !== undefined),
    }));
    // The separator that makes most pieces options is the one that is meant, and what it leaves is what is wrong.
    const best = known.sort((a, b) => b.pieces.length - a.pieces.length)[0];
    return best === undefined || best.pieces.length === 0 ? first : read(raw, best.other);
  };
}
