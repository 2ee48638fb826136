import { type InFlight, type JobHead, batchCount } from '../../domain/jobs/head';
import type { Shop } from './services';

/** A step that has not committed for this long is not at work any more: longer than any function may run. */
const STEP_LOST_MS = 150_000;
/**
 * How long a site is trusted to know an idempotency key. The reference does not say; a day is what APIs with such keys
 * commonly keep them. What is older is not sent again but looked for.
 */
const KEY_TRUSTED_MS = 23 * 60 * 60_000;

/** The head with the batches that the step is about to send written down; the same head when there is none to send. */
export function intend(head: JobHead, shop: Shop): JobHead {
  const now = shop.clock.now();
  const waiting = (head.wait?.until ?? 0) > now;
  if (head.state !== 'running' || waiting || shop.timeLeft() < shop.timeToSend) return head;
  // An intent that stands is carried out as it is: its batches may have been sent, and no others.
  if (head.intent !== null) {
    return { ...head, intent: { ...head.intent, carriers: head.intent.carriers + 1, carriedAt: now } };
  }
  const free = shop.settings.taskSlots - head.inFlight.length;
  const to = Math.min(batchCount(head), head.next + free);
  return to > head.next ? { ...head, intent: { to, since: now, carriers: 1, carriedAt: now } } : head;
}

/** Whether the step may send what is written down. */
export function maySend(head: JobHead, shop: Shop): boolean {
  const waiting = (head.wait?.until ?? 0) > shop.clock.now();
  return head.state === 'running' && head.intent !== null && !waiting && shop.timeLeft() > shop.timeToSend;
}

/**
 * Gives up an intent that nobody will carry out: its batches were sent or not, which only their rows can tell. That is
 * so when the job is cancelled and the step that was at work is lost, and when the keys may be forgotten.
 */
export function giveUpIntent(head: JobHead, now: number): JobHead {
  const { intent } = head;
  if (intent === null) return head;
  const lost =
    head.state === 'cancelling' ? now - intent.carriedAt > STEP_LOST_MS : now - intent.since > KEY_TRUSTED_MS;
  if (!lost) return head;
  const perhaps = Array.from({ length: intent.to - head.next }, (_, at): InFlight => {
    return { batch: head.next + at, taskId: null, sentAt: intent.since, lookAt: now, polls: 0, doubt: null };
  });
  return { ...head, next: intent.to, inFlight: [...head.inFlight, ...perhaps], intent: null };
}

/** When a cancelled job may give up the intent of a step that could still be at work. */
export const intentLostAt = (head: JobHead): number | null =>
  head.intent === null ? null : head.intent.carriedAt + STEP_LOST_MS + 1;
