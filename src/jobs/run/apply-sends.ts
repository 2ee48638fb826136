import { type Verdict, accountOf } from '../../domain/jobs/account';
import { type InFlight, type Intent, type JobHead, newDoubt, rowsOfBatch } from '../../domain/jobs/head';
import type { Failure } from './failure';
import { type Progress, noProgress, settle } from './progress';
import { areTooMany, oneMoreRefusal } from './refusals';
import { afterFailure, park, recovered } from './retry-policy';
import type { Services } from './services';

type Sent = { batch: number } & ({ sent: InFlight } | { refused: string; at: number });

/** What became of the batches of an intent, in their order, and what kept the rest from being sent. */
export interface Sends {
  batches: Sent[];
  failure: Failure | null;
}

/** Characters of what the site has said that a head keeps of a batch in doubt. */
const LONGEST_WHY = 500;

/**
 * Takes what was sent into a head. The job may have been cancelled meanwhile: its batches were sent all the same. Another
 * driver may have sent the same intent, and has the same tasks: what it took in already is passed over.
 */
export function applySends(head: JobHead, sends: Sends, services: Services): Progress {
  let progress = noProgress(head);
  for (const one of sends.batches) {
    if (one.batch !== progress.head.next) continue;
    const { head: after, records } = applySend(progress, one);
    progress = { head: { ...after, next: after.next + 1 }, records };
  }
  const after = progress.head.state === 'running' ? stopped(progress.head, sends.failure, services) : progress.head;
  return { ...progress, head: { ...after, intent: remainder(after, sends.failure) } };
}

function applySend(progress: Progress, one: Sent): Progress {
  const { head } = progress;
  if ('sent' in one) return { ...progress, head: withSent(head, one.sent) };
  // Another step may have sent the batch, and lost the answer.
  if (head.intent !== null && head.intent.carriers > 1) return { ...progress, head: withDoubt(head, one) };
  return settleRefused(progress, one);
}

const withSent = (head: JobHead, sent: InFlight): JobHead => ({
  ...recovered(head),
  wait: null,
  refusals: null,
  faults: 0,
  inFlight: [...head.inFlight, sent],
});

/** The head after what kept the rest from being sent. */
function stopped(head: JobHead, failure: Failure | null, services: Services): JobHead {
  if (failure !== null) return afterFailure(head, failure, services);
  const { refusals } = head;
  return areTooMany(refusals) ? park(head, { kind: 'refused', message: refusals.message }) : head;
}

/** What is left of an intent, now that a step has sent as much as it could: its batches may still have been sent. */
function remainder({ intent, next }: JobHead, failure: Failure | null): Intent | null {
  if (intent === null || next >= intent.to) return null;
  // Other steps had its lease as well: one that is at work, or lost, may have got further.
  if (intent.carriers > 1) return intent;
  // The site may have taken the batch whose answer got lost; those behind it were not sent.
  const mayBeOut = failure !== null && 'mayHaveBeenApplied' in failure && failure.mayHaveBeenApplied;
  return mayBeOut ? { ...intent, to: next + 1 } : null;
}

type Refused = Extract<Sent, { refused: string }>;

/** The site refused the batch as a whole: it did none of its rows, and each of them says why. */
function settleRefused(progress: Progress, { refused: message, at }: Refused): Progress {
  const { head } = progress;
  const verdict: Verdict = { outcome: 'failed', reason: `Your site refused the whole batch: ${message}` };
  const rows = Array<Verdict>(rowsOfBatch(head, head.next)).fill(verdict);
  const record = accountOf(rows, { taskId: null, sentAt: at, settledAt: at, polls: 0 });
  const settled = settle(progress, head.next, record);
  return { ...settled, head: { ...settled.head, refusals: oneMoreRefusal(head.refusals, message) } };
}

/** Refused now, but perhaps taken before: its rows alone can tell. */
function withDoubt(head: JobHead, { batch, refused: message, at }: Refused): JobHead {
  const why = `Your site may have accepted the row, then refused it when it was sent again: ${message.slice(0, LONGEST_WHY)}`;
  const perhapsSent: InFlight = { batch, taskId: null, sentAt: at, lookAt: at, polls: 0, doubt: newDoubt(why) };
  return { ...head, inFlight: [...head.inFlight, perhapsSent] };
}
