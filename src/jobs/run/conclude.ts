import { type JobHead, batchCount, hasEnded, slotsOf } from '../../domain/jobs/head';
import { batchesToPoll } from '../../domain/jobs/pace';
import { heldUntil, leaseOverAt } from './intent';
import { pausesAll } from './retry-policy';
import type { Services } from './services';

/** How long the site keeps what became of a task. CSM reference, bulk operations. */
const RESULTS_KEPT_MS = 3 * 24 * 60 * 60_000;
/** The site is done with whatever was sent this long ago, known or not: it calls a task timed out after 30 minutes. */
export const SURELY_OVER_MS = 3 * 60 * 60_000;
/** From one step of a parked job to the next: nobody waits for it, and the site may refuse all that it asks. */
const PARKED_STEP_MS = 15 * 60_000;

/** Decides at the end of a step whether the job has ended, and when the next step is due. */
export function conclude(head: JobHead, services: Services): JobHead {
  const now = services.clock.now();
  const stepped = { ...head, ticket: head.ticket + 1 };
  const nothingOut = head.inFlight.length === 0 && head.intent === null;
  if (nothingOut && head.state === 'cancelling') return ended(stepped, 'cancelled', now);
  if (nothingOut && head.next >= batchCount(head)) return ended(stepped, 'finished', now);
  if (head.state === 'paused' && !keepsTurn(head, now)) return { ...stepped, wait: null, dueAt: null };
  if (head.state === 'needs-attention')
    return { ...stepped, dueAt: keepsTurn(head, now) ? now + PARKED_STEP_MS : null };
  return { ...stepped, wait: currentWait(head, services), dueAt: Math.max(now, nextDue(head, services)) };
}

/** Ends a job. Accepted rows that were never sent are cancelled, so that the outcomes add up to the rows. */
export function ended(head: JobHead, state: 'finished' | 'cancelled' | 'not-started', now: number): JobHead {
  const { succeeded, partly, failed, unconfirmed } = head.tally;
  const cancelled = head.rows.accepted - succeeded - partly - failed - unconfirmed;
  const tally = { ...head.tally, cancelled };
  return { ...head, state, tally, endedAt: now, dueAt: null, wait: null, trouble: null, attention: null };
}

function nextDue(head: JobHead, services: Services): number {
  const polls = batchesToPoll(head).map(({ lookAt }) => lookAt);
  const paused = head.wait?.until ?? 0;
  if (head.wait !== null && pausesAll(head.wait)) return paused;
  if (head.state === 'cancelling') return Math.min(...polls, leaseOverAt(head) ?? Infinity);
  if (head.state === 'paused') return Math.min(...polls, surelyOverAt(head) ?? Infinity);
  const wantsToSend =
    head.state === 'running' &&
    head.next < batchCount(head) &&
    head.inFlight.length < slotsOf(head, services.settings.taskSlots);
  return Math.min(...polls, ...(wantsToSend ? [Math.max(paused, heldUntil(head), services.clock.now())] : []));
}

/** When the site is done with what a job that sends nothing has perhaps sent. */
const surelyOverAt = ({ intent }: JobHead): number | null =>
  intent === null ? null : intent.carriedAt + SURELY_OVER_MS + 1;

/**
 * Whether a job keeps the turn after a step. A parked or paused one sends nothing, but polls what it has sent for as long as the
 * site can tell what became of it. While the site may be at work on what it perhaps sent, no other job may touch the same
 * customers. After that, what it still has to find out can wait until somebody continues it.
 */
export function keepsTurn(head: JobHead, now: number): boolean {
  const { state, inFlight, intent } = head;
  if (hasEnded(head)) return false;
  if (state !== 'needs-attention' && state !== 'paused') return true;
  const followed = inFlight.some(({ sentAt }) => now - sentAt < RESULTS_KEPT_MS);
  return followed || (intent !== null && now - intent.carriedAt < SURELY_OVER_MS);
}

function currentWait(head: JobHead, services: Services): JobHead['wait'] {
  if ((head.wait?.until ?? 0) > services.clock.now()) return head.wait;
  const doubtful = head.inFlight.find(({ doubt }) => doubt !== null);
  if (doubtful?.doubt) return { for: 'read-back', message: doubtful.doubt.why, until: doubtful.lookAt };
  if (head.state === 'paused') return null;
  if (head.inFlight.length < slotsOf(head, services.settings.taskSlots) || head.next >= batchCount(head)) return null;
  return { for: 'slot', message: 'Your site to finish the rows sent so far.', until: null };
}
