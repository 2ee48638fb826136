import { type BatchRecord, type Verdict, accountOf } from '../../domain/jobs/account';
import { type InFlight, type Intent, type JobHead, newDoubt, rowsOfBatch } from '../../domain/jobs/head';
import type { Judgement } from '../../domain/jobs/judge';
import type { Failure } from './failure';
import { partialOf } from './partial';
import { type Progress, noProgress, settle } from './progress';
import { areTooMany, oneMoreRefusal } from './refusals';
import { afterFailure, park, recovered } from './retry-policy';
import type { Services } from './services';

type Sent = { batch: number } & (
  | { sent: InFlight }
  | { refused: string; at: number }
  /** A batch that is no task: of single calls, or with nothing to send. `forbidden`: the site refused each row with these words. */
  | { settled: BatchRecord; forbidden: string | null }
  /** Single calls that the site got in the way of. */
  | { interrupted: Judgement }
);

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
    const after = applySend(progress, one);
    if ('interrupted' in one) {
      progress = after;
      break;
    }
    progress = { ...after, head: { ...after.head, next: after.head.next + 1 } };
  }
  const after = progress.head.state === 'running' ? stopped(progress.head, sends.failure, services) : progress.head;
  return { ...progress, head: { ...after, intent: remainder(after, sends.failure) } };
}

function applySend(progress: Progress, one: Sent): Progress {
  const { head } = progress;
  if ('sent' in one) return { ...progress, head: withSent(head, one.sent) };
  if ('interrupted' in one) return { ...progress, head: interrupted(head, one.batch, one.interrupted) };
  if ('settled' in one) {
    const { forbidden, settled } = one;
    const refusals = forbidden === null ? null : oneMoreRefusal(head.refusals, forbidden);
    return settle({ ...progress, head: { ...recovered(head), wait: null, faults: 0, refusals } }, one.batch, settled);
  }
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

/** Keeps what became of the rows that were done before the site got in the way. */
function interrupted(head: JobHead, batch: number, judgement: Judgement): JobHead {
  const partial = partialOf(batch, judgement);
  const before = head.partial?.batch === batch ? head.partial.rows.length : 0;
  const moved = partial.rows.length > before ? { ...recovered(head), faults: 0 } : head;
  return { ...moved, partial };
}

/** The head after what kept the rest from being sent. */
function stopped(head: JobHead, failure: Failure | null, services: Services): JobHead {
  if (failure !== null) return afterFailure(head, failure, services);
  const { refusals } = head;
  return areTooMany(refusals) ? park(head, { kind: 'refused', message: refusals.message }) : head;
}

/** What is left of an intent, now that a step has sent as much as it could: its batches may still have been sent. */
function remainder({ intent, next, partial, route }: JobHead, failure: Failure | null): Intent | null {
  if (intent === null || next >= intent.to) return null;
  // Of single calls, no other step had its lease at the same time.
  const isFree = route === 'direct';
  // Other steps had its lease as well: one that is at work, or lost, may have got further.
  if (intent.carriers > 1) return { ...intent, isFree };
  // The site may have taken the batch whose answer got lost; those behind it were not sent.
  const mayBeOut = failure !== null && 'mayHaveBeenApplied' in failure && failure.mayHaveBeenApplied;
  return mayBeOut || partial?.batch === next ? { ...intent, to: next + 1, isFree } : null;
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
