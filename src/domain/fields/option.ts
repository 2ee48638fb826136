import { fold } from '../fold';
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
  rule: string;
} {
  const exact = new Set(options);
  const folded = new Map(options.toReversed().map((option) => [fold(option), option]));
  const rule =
    options.length === 0
      ? 'The field has no options yet. Add options to the field first.'
      : `Not an option of the field. Its options are ${listed(options)}. Correct the value, or add the option to the field.`;
  return { find: (text) => (exact.has(text) ? text : folded.get(fold(text))), rule };
}

export function selectChecker(options: readonly string[]): (raw: string) => Checked {
  const { find, rule } = optionFinder(options);
  return (raw) => {
    const option = find(raw);
    return option === undefined ? refuse(rule) : accept(option);
  };
}

/** Several options in one cell, each once. An option that itself contains the separator is found when it is alone. */
export function multiSelectChecker(options: readonly string[], separator: string): (raw: string) => Checked {
  const { find, rule } = optionFinder(options);
  return (raw) => {
    const whole = find(raw);
    if (whole !== undefined) return accept(whole);
    const values = new Set<string>();
    for (const piece of raw.split(separator)) {
      if (piece.trim() === '') continue;
      const option = find(piece);
      if (option === undefined) return refuse(`${rule} Separate several values with "${separator}".`);
      values.add(option);
    }
    return { ok: true, values: [...values] };
  };
}
