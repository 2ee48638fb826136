/** Made when it is first asked for: it takes a third of the time in which the profile on an issue is loaded. */
let made: Intl.RelativeTimeFormat | undefined;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** "in 2 minutes": when the site can be asked again, never sooner than it wants; in a minute where it does not say. */
export function whenWords(retryAfterMs: number | null): string {
  if (retryAfterMs === null) return 'in a minute';
  const relative = (made ??= new Intl.RelativeTimeFormat('en'));
  const wait = Math.max(SECOND_MS, retryAfterMs);
  if (wait <= MINUTE_MS) return relative.format(Math.ceil(wait / SECOND_MS), 'second');
  if (wait < 2 * HOUR_MS) return relative.format(Math.ceil(wait / MINUTE_MS), 'minute');
  return relative.format(Math.ceil(wait / HOUR_MS), 'hour');
}
