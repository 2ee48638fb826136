import { badRequest } from './errors';
import type { Clause, Filters } from './requests';

type Scalar = Clause['values'][number];
type Test = (actual: unknown, expected: Scalar, second: Scalar | undefined) => boolean;

/** Values of different types are unordered, as in the real store. */
const compare = (left: unknown, right: unknown): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return NaN;
};
const contains = (actual: unknown, expected: Scalar): boolean =>
  typeof actual === 'string' ? actual.includes(String(expected)) : Array.isArray(actual) && actual.includes(expected);
const exists = (actual: unknown): boolean => actual !== undefined && actual !== null;

const tests: Record<Clause['condition'], Test> = {
  BEGINS_WITH: (actual, expected) => typeof actual === 'string' && actual.startsWith(String(expected)),
  BETWEEN: (actual, low, high) => compare(actual, low) >= 0 && compare(actual, high) <= 0,
  CONTAINS: contains,
  EQUAL_TO: (actual, expected) => actual === expected,
  EXISTS: exists,
  GREATER_THAN: (actual, expected) => compare(actual, expected) > 0,
  GREATER_THAN_EQUAL_TO: (actual, expected) => compare(actual, expected) >= 0,
  LESS_THAN: (actual, expected) => compare(actual, expected) < 0,
  LESS_THAN_EQUAL_TO: (actual, expected) => compare(actual, expected) <= 0,
  NOT_CONTAINS: (actual, expected) => exists(actual) && !contains(actual, expected),
  NOT_EQUAL_TO: (actual, expected) => actual !== expected,
  NOT_EXISTS: (actual) => !exists(actual),
};

export function matches(actual: unknown, { condition, values }: Clause): boolean {
  const [first, second] = values;
  if (first === undefined) throw badRequest('INVALID_FILTER', `The condition ${condition} needs a value.`);
  return tests[condition](actual, first, second);
}

/** Whether a value, or the absence of one, meets the conditions on its attributes. */
export function meets(value: Record<string, unknown> | undefined, { and, or }: Filters): boolean {
  if (!and?.length && !or?.length) throw badRequest('EMPTY_FILTER', 'At least one condition is needed.');
  const test = (clause: Clause & { property: string }) => matches(value?.[clause.property], clause);
  return (and ?? []).every(test) && (!or?.length || or.some(test));
}
