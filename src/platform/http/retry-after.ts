/**
 * `Retry-After` as milliseconds from `now` (RFC 9110, 10.2.3): seconds or an HTTP date; a date that has passed is 0.
 * Null when the header is absent or says nothing.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Dates start with the name of a day; Date.parse alone would also take "-5" for a year.
  if (!/^[A-Za-z]{3}/.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
