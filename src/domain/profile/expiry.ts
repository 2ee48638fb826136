/** Days before its end in which an entitlement is said to end soon: a month leaves time to renew it. */
export const SOON_DAYS = 30;

const DAY_MS = 86_400_000;

/** Where an entitlement stands; days are those of the calendar. */
export type Expiry =
  { state: 'ended'; daysAgo: number } | { state: 'soon'; daysLeft: number } | { state: 'later'; daysLeft: number };

/**
 * Where an entitlement stands whose last day is `endsOn`: it ends with that day, not before.
 * @param today both as YYYY-MM-DD; null is answered where one of them is no day
 */
export function expiryOf(endsOn: string, today: string): Expiry | null {
  const daysLeft = (midnightOf(endsOn) - midnightOf(today)) / DAY_MS;
  if (Number.isNaN(daysLeft)) return null;
  if (daysLeft < 0) return { state: 'ended', daysAgo: -daysLeft };
  return { state: daysLeft <= SOON_DAYS ? 'soon' : 'later', daysLeft };
}

/** Counted in UTC, where each day has 24 hours. What is no day is not taken for another one, as February 30 for March 2. */
function midnightOf(day: string): number {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(midnight) || new Date(midnight).toISOString().startsWith(day) ? midnight : NaN;
}

/** The day on the calendar of whoever looks, as YYYY-MM-DD; `now` in milliseconds since 1970. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
