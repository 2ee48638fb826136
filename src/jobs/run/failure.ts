import type { Attention } from '../../contract/jobs';
import { SiteError } from '../../platform/http/site-error';
import { STORE_BUSY, isStoreBusy } from '../../platform/store-busy';
import { factsOf, log } from '../../platform/log';
import { DamagedError } from '../store/damaged';

/**
 * What a failure means for a job:
 * - `no-slot`: the site runs as many tasks as it takes; the job waits, and nobody is at fault;
 * - `transient`: the site, or its store for apps, is down, slow or throttling; the same request may go through later;
 * - `refused`: this request is wrong, whoever sends it;
 * - `forbidden`: whoever sends it may not;
 * - `stuck`: neither waiting nor another person mends it;
 * - `damaged`: what the job has stored cannot be read;
 * - `fault`: anything else, a bug of the app or something amiss with the platform: it may pass, and nobody knows when.
 *
 * `mayHaveBeenApplied`: a request may have gone through this time.
 */
export type Failure =
  | { kind: 'no-slot' }
  | { kind: 'transient'; message: string; retryAfterMs: number | null; mayHaveBeenApplied: boolean }
  | { kind: 'refused'; message: string }
  | { kind: 'forbidden'; message: string }
  | { kind: 'stuck'; message: string }
  | { kind: 'damaged'; message: string }
  | { kind: 'fault'; message: string; mayHaveBeenApplied: boolean };

/** A failure that can park a job. */
export type Stopping = Exclude<Failure, { kind: 'no-slot' }>;

const OWN_FAULT = 'Something went wrong in the app while it worked on this import.';

/** What the page says of a job that a failure has parked. */
export function attentionFor(failure: Stopping): Attention {
  switch (failure.kind) {
    case 'forbidden':
      return {
        code: 'forbidden',
        message: failure.message,
        advice:
          'In the background, the import runs as the person who started or last continued it. If you continue it, it runs as you from then on.',
      };
    case 'transient':
      return {
        code: 'site-down',
        message: failure.message,
        advice:
          'Your site hasn’t responded for a day. Continue the import when the site works again. Nothing is sent twice.',
      };
    case 'damaged':
      return {
        code: 'damaged',
        message: failure.message,
        advice:
          'Cancel the import. It then lists the rows that weren’t done, as far as they can be read. Import those again from your file.',
      };
    case 'fault':
      return {
        code: 'fault',
        message: failure.message,
        advice:
          'The import tried for half an hour and got no further. Continue it to try again, or cancel the rest. If this keeps happening, check the app’s log.',
      };
    case 'refused':
    case 'stuck':
      return {
        code: 'refused',
        message: failure.message,
        advice: 'Your site refuses the import’s requests. Continue to try again, or cancel the rest.',
      };
  }
}

/** Classifies an error. `isOut`: a request was on its way to the site when it was met. */
export function classify(error: unknown, isOut = false): Failure {
  if (error instanceof DamagedError) return { kind: 'damaged', message: error.message };
  if (isStoreBusy(error)) return { kind: 'transient', ...STORE_BUSY, mayHaveBeenApplied: isOut };
  if (!(error instanceof SiteError)) {
    log('job-fault', factsOf(error));
    return { kind: 'fault', message: OWN_FAULT, mayHaveBeenApplied: isOut };
  }
  const message = wordsOf(error);
  switch (error.kind) {
    case 'too-many-tasks':
      return { kind: 'no-slot' };
    case 'throttled':
    case 'unavailable':
    case 'unreadable':
      return {
        kind: 'transient',
        message,
        retryAfterMs: error.retryAfterMs,
        mayHaveBeenApplied: error.mayHaveBeenApplied,
      };
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
