import type { NameVariant } from '../../contract/jobs';
import { fold } from '../fold';

/** The longest name of a job, in characters. */
const MAX_JOB_NAME_CHARS = 255;

/** What this module puts behind a name. */
const SUFFIX = / \((?:(?:corrected|retry|undo)(?: \d{1,4})?|\d{1,4})\)$/;
const LONGEST_SUFFIX_CHARS = ' (corrected 9999)'.length;

/**
 * A name that no other job has: "customers" of a file, then "customers (2)"; "customers (corrected)" and
 * "customers (retry)", then with a number in the brackets.
 */
export function distinctName(name: string, variant: NameVariant, taken: readonly string[]): string {
  const others = new Set(taken.map(fold));
  const isFree = (one: string): boolean => !others.has(fold(one));
  const whole = name.slice(0, MAX_JOB_NAME_CHARS);
  if (variant === 'new' && isFree(whole)) return whole;
  const base = whole.replace(SUFFIX, '').slice(0, MAX_JOB_NAME_CHARS - LONGEST_SUFFIX_CHARS);
  const numbered = (number: number): string => {
    if (variant === 'new') return `${base} (${number})`;
    return number === 1 ? `${base} (${variant})` : `${base} (${variant} ${number})`;
  };
  // There are fewer other jobs than numbers to try.
  const first = variant === 'new' ? 2 : 1;
  const numbers = Array.from({ length: taken.length + 1 }, (_, at) => first + at);
  return numbers.map(numbered).find(isFree) ?? whole;
}
