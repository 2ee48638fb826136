import type { Wait } from '../contract/jobs';
import { type BatchRecord, type Verdict, accountOf, countIn, succeeded } from '../domain/jobs/account';
import { type InFlight, type JobHead, rowsOfBatch } from '../domain/jobs/head';
import type { Shop } from './shop';
import { MOST_FAULTS, PATIENCE_MS, type Trouble, attentionFor, waitAfter } from './trouble';

/** A site whose slots are taken by others is asked again after this long. */
const SLOT_WAIT_MS = 20_000;

/** The head after the site, or the app itself, got in the way: waiting, or parked when waiting will not help. */
export function troubled(head: JobHead, trouble: Trouble, shop: Shop): JobHead {
  const now = shop.clock.now();
  if (trouble.kind === 'slots') {
    const message = 'A free task slot on your site. Other work on the site is using them.';
    return { ...head, trouble: null, wait: { for: 'slot', message, until: now + SLOT_WAIT_MS } };
  }
  if (trouble.kind === 'fault') return faulted(head, trouble, shop);
  if (trouble.kind !== 'later') return park(head, trouble);
  // Several requests of one step that meet the same trouble count once.
  if (head.trouble !== null && (head.wait?.until ?? 0) > now) return head;
  if (!isWorthWaiting(head, trouble, shop)) return park(head, trouble);
  const since = head.trouble?.since ?? now;
  const tries = (head.trouble?.tries ?? 0) + 1;
  const until = Math.round(now + waitAfter(tries, trouble.retryAfterMs, shop.random));
  const kind = trouble.retryAfterMs === null ? 'site' : 'retry-after';
  return { ...head, trouble: { tries, since }, wait: { for: kind, message: trouble.message, until } };
}

/** Tries again a few times, with growing waits; a pause that the site has asked for stands. */
function faulted(head: JobHead, trouble: Extract<Trouble, { kind: 'fault' }>, shop: Shop): JobHead {
  const now = shop.clock.now();
  const isPaused = head.wait !== null && pausesAll(head.wait) && (head.wait.until ?? 0) > now;
  // As with the site: several faults of one step count once.
  if (isPaused && head.wait?.for === 'fault') return head;
  const faults = head.faults + 1;
  // A job that is cancelled is not parked: it has to end.
  if (faults >= MOST_FAULTS && head.state !== 'cancelling') return { ...park(head, trouble), faults };
  if (isPaused) return { ...head, faults };
  const message = `${trouble.message} The import tries again automatically, and nothing is lost.`;
  return {
    ...head,
    faults,
    wait: { for: 'fault', message, until: Math.round(now + waitAfter(faults, null, shop.random)) },
  };
}

/** Whether nothing is asked of the site during this wait, tasks included. */
export const pausesAll = ({ for: reason }: Wait): boolean =>
  reason === 'retry-after' || reason === 'site' || reason === 'fault';

/** Whether the same request may go through later, of a site or app that has not been in trouble for too long. */
export function isWorthWaiting(head: JobHead, trouble: Trouble, { clock }: Shop): boolean {
  if (trouble.kind === 'fault') return head.faults + 1 < MOST_FAULTS;
  const { trouble: before } = head;
  const now = clock.now();
  return trouble.kind === 'slots' || (trouble.kind === 'later' && now - (before?.since ?? now) <= PATIENCE_MS);
}

/** The site answered as it should: whatever was wrong is over. */
export function untroubled(head: JobHead): JobHead {
  const isOver = head.trouble === null && head.wait?.for !== 'fault';
  return isOver ? head : { ...head, trouble: null, wait: null };
}

export function park(head: JobHead, trouble: Exclude<Trouble, { kind: 'slots' }>): JobHead {
  return { ...head, state: 'needs-attention', trouble: null, wait: null, attention: attentionFor(trouble) };
}

/**
 * A cancelled job whose task cannot be followed to its end: its rows were sent, and what became of those that were not
 * seen done is not known.
 */
export function settleUnfollowed(
  head: JobHead,
  batch: InFlight,
  trouble: Trouble,
  records: Map<number, BatchRecord>,
  shop: Shop,
): JobHead {
  const why = 'message' in trouble ? ` ${trouble.message}` : '';
  const unseen: Verdict = {
    outcome: 'unconfirmed',
    reason: `The row was sent, but the import was cancelled before its outcome was known.${why}`,
  };
  const seen = new Set(batch.doubt?.seen);
  const verdicts = Array.from({ length: rowsOfBatch(head, batch.batch) }, (_, row) =>
    seen.has(row) ? succeeded : unseen,
  );
  const { taskId, sentAt, polls } = batch;
  const record = accountOf(verdicts, { taskId, sentAt, settledAt: shop.clock.now(), polls });
  records.set(batch.batch, record);
  return countIn({ ...head, inFlight: head.inFlight.filter((other) => other.batch !== batch.batch) }, record);
}
