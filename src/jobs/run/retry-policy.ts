import type { Wait } from '../../contract/jobs';
import type { JobHead } from '../../domain/jobs/head';
import { type Failure, type Stopping, attentionFor } from './failure';
import type { Services } from './services';

/** A site whose task slots are taken by others is asked again after this long. */
const SLOT_WAIT_MS = 20_000;
/** The back-off after failures: doubled each time, from the first to the longest, and a quarter more or less. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A site that asks to be left alone for longer is asked again after this long all the same. */
const LONGEST_RETRY_AFTER_MS = 60 * 60_000;
/** After this long of transient failures the job needs somebody. */
const LONGEST_OUTAGE_MS = 24 * 60 * 60_000;
/** Faults of the app in a row without getting further that park a job: with the waits between them, half an hour. */
const MAX_FAULTS = 12;

/** Milliseconds to the next try after `tries` failed ones in a row. The server's own hint beats the local rule. */
function backOff(tries: number, retryAfterMs: number | null, random: () => number): number {
  if (retryAfterMs !== null) return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(1_000, retryAfterMs));
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10));
  return wait * (0.75 + random() * 0.5);
}

/** The head after a failure: it waits for the next try, or is parked where waiting does not help. */
export function afterFailure(head: JobHead, failure: Failure, services: Services): JobHead {
  const now = services.clock.now();
  switch (failure.kind) {
    case 'no-slot': {
      const message = 'Your site to finish other work.';
      return { ...head, trouble: null, wait: { for: 'slot', message, until: now + SLOT_WAIT_MS } };
    }
    case 'fault':
      return afterFault(head, failure, services);
    case 'transient':
      return afterTransient(head, failure, services);
    default:
      return park(head, failure);
  }
}

function afterTransient(head: JobHead, failure: Extract<Failure, { kind: 'transient' }>, services: Services): JobHead {
  const now = services.clock.now();
  // Several requests of one step that meet the same failure count once.
  if (head.trouble !== null && (head.wait?.until ?? 0) > now) return head;
  if (!isRetryable(head, failure, services)) return park(head, failure);
  const since = head.trouble?.since ?? now;
  const tries = (head.trouble?.tries ?? 0) + 1;
  const until = Math.round(now + backOff(tries, failure.retryAfterMs, services.random));
  const kind = failure.retryAfterMs === null ? 'site' : 'retry-after';
  return { ...head, trouble: { tries, since }, wait: { for: kind, message: failure.message, until } };
}

/** Tries again a few times, with growing waits. A pause that the site has asked for stands. */
function afterFault(head: JobHead, failure: Extract<Failure, { kind: 'fault' }>, services: Services): JobHead {
  const now = services.clock.now();
  const isPaused = head.wait !== null && pausesAll(head.wait) && (head.wait.until ?? 0) > now;
  // As with the site: several faults of one step count once.
  if (isPaused && head.wait?.for === 'fault') return head;
  const faults = head.faults + 1;
  // A cancelled job is not parked: it has to end.
  if (faults >= MAX_FAULTS && head.state !== 'cancelling') return { ...park(head, failure), faults };
  if (isPaused) return { ...head, faults };
  const message = `${failure.message} The import tries again automatically, and nothing is lost.`;
  const until = Math.round(now + backOff(faults, null, services.random));
  return { ...head, faults, wait: { for: 'fault', message, until } };
}

/** Whether nothing is asked of the site during this wait, tasks included. */
export const pausesAll = ({ for: reason }: Wait): boolean =>
  reason === 'retry-after' || reason === 'site' || reason === 'fault';

/** Whether the same request may go through later, after failures that have not gone on for too long. */
export function isRetryable(head: JobHead, failure: Failure, { clock }: Services): boolean {
  if (failure.kind === 'fault') return head.faults + 1 < MAX_FAULTS;
  const now = clock.now();
  const since = head.trouble?.since ?? now;
  return failure.kind === 'no-slot' || (failure.kind === 'transient' && now - since <= LONGEST_OUTAGE_MS);
}

/** The head after the site has answered as it should: whatever was wrong is over. */
export function recovered(head: JobHead): JobHead {
  const nothingWasWrong = head.trouble === null && head.wait?.for !== 'fault';
  return nothingWasWrong ? head : { ...head, trouble: null, wait: null };
}

/** Stops a job until somebody continues or cancels it. */
export function park(head: JobHead, failure: Stopping): JobHead {
  return { ...head, state: 'needs-attention', trouble: null, wait: null, attention: attentionFor(failure) };
}
