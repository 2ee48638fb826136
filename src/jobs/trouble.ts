import type { Attention } from '../contract/jobs';
import { SiteError } from '../platform/http/site-error';
import { STORE_BUSY, isStoreBusy } from '../platform/store-busy';
import { factsOf, log } from '../platform/log';
import { DamagedError } from './damaged';

/**
 * What an error means for a job:
 * - `slots`: the site runs as many tasks as it takes; wait, it is nobody's fault;
 * - `later`: the site, or its store for apps, is down, slow or throttling; the same request may go through later, and `perhapsDone` says that
 *   it may have gone through this time;
 * - `refused`: this request is wrong, whoever sends it;
 * - `forbidden`: whoever sends it may not;
 * - `stuck`: nothing that waiting or another person mends;
 * - `damaged`: what the job has stored cannot be read;
 * - `fault`: anything else, a bug of the app or something amiss with the platform: it may pass, and nobody knows when.
 *   `perhapsDone` says that a request may have gone through before it was met.
 */
export type Trouble =
  | { kind: 'slots' }
  | { kind: 'later'; message: string; retryAfterMs: number | null; perhapsDone: boolean }
  | { kind: 'refused'; message: string }
  | { kind: 'forbidden'; message: string }
  | { kind: 'stuck'; message: string }
  | { kind: 'damaged'; message: string }
  | { kind: 'fault'; message: string; perhapsDone: boolean };

/** Waits between tries while the site is in trouble: doubled each time, never longer than the last one. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A site that asks to be left alone for longer is asked again after this long all the same. */
const LONGEST_RETRY_AFTER_MS = 60 * 60_000;
/** A site that has been in trouble this long is somebody's business. */
export const PATIENCE_MS = 24 * 60 * 60_000;
/** Faults of the app in a row without getting further that stop a job: with the waits between them, half an hour. */
export const MOST_FAULTS = 12;

const OWN_FAULT = 'Something went wrong in the app while it worked on this import.';

/** Milliseconds to the next try after `tries` failed ones in a row. The server's own hint beats the local rule. */
export function waitAfter(tries: number, retryAfterMs: number | null, random: () => number): number {
  if (retryAfterMs !== null) return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(1_000, retryAfterMs));
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10));
  return wait * (0.75 + random() * 0.5);
}

export function attentionFor(trouble: Exclude<Trouble, { kind: 'slots' }>): Attention {
  switch (trouble.kind) {
    case 'forbidden':
      return {
        code: 'forbidden',
        message: trouble.message,
        advice:
          'In the background, the import runs as the person who started or last continued it, or as the app if Settings say so. If you continue it, it runs as you from then on.',
      };
    case 'later':
      return {
        code: 'site-down',
        message: trouble.message,
        advice:
          'Your site hasn’t responded for a day. Continue the import when the site works again. Nothing is sent twice.',
      };
    case 'damaged':
      return {
        code: 'damaged',
        message: trouble.message,
        advice:
          'Cancel the import. It then lists the rows that weren’t done, as far as they can be read. Import those again from your file.',
      };
    case 'fault':
      return {
        code: 'fault',
        message: trouble.message,
        advice:
          'The import tried for half an hour and got no further. Continue it to try again, or cancel the rest. If this keeps happening, check the app’s log.',
      };
    case 'refused':
    case 'stuck':
      return {
        code: 'refused',
        message: trouble.message,
        advice: 'Your site refuses the import’s requests. Continue to try again, or cancel the rest.',
      };
  }
}

/** What an error means for a job. `isOut`: it was met once something was on its way to the site. */
export function troubleOf(error: unknown, isOut = false): Trouble {
  if (error instanceof DamagedError) return { kind: 'damaged', message: error.message };
  if (isStoreBusy(error)) return { kind: 'later', ...STORE_BUSY, perhapsDone: isOut };
  if (!(error instanceof SiteError)) {
    log('job-fault', factsOf(error));
    return { kind: 'fault', message: OWN_FAULT, perhapsDone: isOut };
  }
  const message = wordsOf(error);
  switch (error.kind) {
    case 'too-many-tasks':
      return { kind: 'slots' };
    case 'throttled':
    case 'unavailable':
    case 'unreadable':
      return { kind: 'later', message, retryAfterMs: error.retryAfterMs, perhapsDone: error.mayHaveBeenApplied };
    case 'unauthenticated':
    case 'forbidden':
      return { kind: 'forbidden', message };
    case 'bad-request':
      return { kind: 'refused', message };
    case 'not-found':
    case 'precondition':
    case 'not-carried':
      return { kind: 'stuck', message };
  }
}

/** The site's own words, or what the app saw when it said nothing that can be read. */
function wordsOf(error: SiteError): string {
  if (error.serverMessages.length > 0) return error.serverMessages.join(' ');
  return error.status === null ? 'Your site didn’t respond.' : `Your site responded with status ${error.status}.`;
}
