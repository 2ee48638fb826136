import { badRequest } from './refusal';

interface Bounds {
  otherwise: number;
  least: number;
  most: number;
}

/** @throws Refusal 400 for what is not an integer within the bounds. */
export function integerParameter(query: URLSearchParams, name: string, { otherwise, least, most }: Bounds): number {
  const value = readInteger(query, name) ?? otherwise;
  if (value >= least && value <= most) return value;
  throw badRequest(`The parameter ${name} is a whole number from ${least} to ${most}.`);
}

/** What is out of bounds counts as not given. @throws Refusal 400 for what is not an integer. */
export function lenientParameter(query: URLSearchParams, name: string, { otherwise, least, most }: Bounds): number {
  const value = readInteger(query, name) ?? otherwise;
  return value >= least && value <= most ? value : otherwise;
}

function readInteger(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (/^-?\d+$/.test(text)) return Number(text);
  throw badRequest(`The parameter ${name} is a whole number.`);
}

/** @throws Refusal 400 where it is missing or empty. */
export function requiredParameter(query: URLSearchParams, name: string): string {
  const text = query.get(name);
  if (text === null || text === '') throw badRequest(`The parameter ${name} is missing.`);
  return text;
}
