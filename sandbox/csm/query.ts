import { badRequest } from './refusal';

/** @throws Refusal 400 for what is not an integer within the bounds. */
export function integerParameter(
  query: URLSearchParams,
  name: string,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const value = /^-?\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw badRequest(`The parameter ${name} is a whole number from ${least} to ${most}.`);
}

/** @throws Refusal 400 where it is missing or empty. */
export function requiredParameter(query: URLSearchParams, name: string): string {
  const text = query.get(name);
  if (text === null || text === '') throw badRequest(`The parameter ${name} is missing.`);
  return text;
}
