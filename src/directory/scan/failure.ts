import type { Scan } from '../../domain/directory/state';
import { classify } from '../../jobs/run/failure';

/** The back-off after failures: doubled each time, from the first to the longest, and a quarter more or less. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A site that asks to be left alone for longer is asked again after this long all the same. */
const LONGEST_RETRY_AFTER_MS = 60 * 60_000;
/** After this long of failures that may pass, the reading needs somebody. */
const LONGEST_OUTAGE_MS = 24 * 60 * 60_000;
/** Faults of the app in a row that park it. */
const MAX_FAULTS = 6;

const FAULT = 'Something went wrong in the app while it read your site.';

/** The scan after a step that failed: it waits for the next try, or stops until somebody carries it on. */
export function afterFailure(scan: Scan, error: unknown, now: number, random: () => number): Scan {
  const failure = classify(error);
  const tries = (scan.trouble?.tries ?? 0) + 1;
  const since = scan.trouble?.since ?? now;
  if (failure.kind === 'transient' && now - since <= LONGEST_OUTAGE_MS) {
    const wait = waitFor(tries, failure.retryAfterMs, random);
    return { ...scan, trouble: { tries, since }, message: failure.message, dueAt: Math.round(now + wait) };
  }
  if (failure.kind === 'fault' && tries < MAX_FAULTS) {
    const wait = waitFor(tries, null, random);
    return { ...scan, trouble: { tries, since }, message: FAULT, dueAt: Math.round(now + wait) };
  }
  const message = failure.kind === 'fault' || failure.kind === 'no-slot' ? FAULT : failure.message;
  return { ...scan, state: 'parked', trouble: null, message };
}

/** The site's own hint beats the local rule. */
function waitFor(tries: number, retryAfterMs: number | null, random: () => number): number {
  if (retryAfterMs !== null) return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(1_000, retryAfterMs));
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10)) * (0.75 + random() * 0.5);
}
