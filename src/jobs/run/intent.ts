import { type InFlight, type Intent, type JobHead, batchesLookedUp, slotsOf } from '../../domain/jobs/head';
import type { Services } from './services';

/** For how long a step may be at work on an intent that it has committed: longer than any function may run. */
const LEASE_MS = 150_000;
/**
 * How long the app trusts the site to know an idempotency key. The reference does not say; APIs with such keys commonly
 * keep them for a day. The app looks for the rows of an older intent and does not send it again.
 */
const KEY_TRUSTED_MS = 23 * 60 * 60_000;

/** The head with the batches that the step is about to send written down; the same head when it sends none. */
export function withIntent(head: JobHead, services: Services): JobHead {
  const now = services.clock.now();
  const isWaiting = (head.wait?.until ?? 0) > now;
  if (head.state !== 'running' || isWaiting || services.timeLeft() < services.timeToSend) return head;
  // A standing intent is sent as it is: its batches may have been sent, and no others. The step takes its lease.
  if (head.intent !== null) {
    if (heldUntil(head) > now) return head;
    return { ...head, intent: { ...head.intent, carriers: head.intent.carriers + 1, carriedAt: now, isFree: false } };
  }
  const free = slotsOf(head, services.settings.taskSlots) - head.inFlight.length;
  const to = Math.min(batchesLookedUp(head), head.next + free);
  return to > head.next ? { ...head, intent: { to, since: now, carriers: 1, carriedAt: now, isFree: false } } : head;
}

/** Whether the step may send its intent. */
export function maySend(head: JobHead, services: Services): boolean {
  const isWaiting = (head.wait?.until ?? 0) > services.clock.now();
  return head.state === 'running' && head.intent !== null && !isWaiting && services.timeLeft() > services.timeToSend;
}

/**
 * Abandons an intent that nobody will send: its batches were sent or not, which only their rows can tell. That is so when
 * the job is cancelled and the lease is over, and when the site may have forgotten the keys.
 */
export function abandonLostIntent(head: JobHead, now: number): JobHead {
  const { intent } = head;
  if (intent === null) return head;
  const isLost = head.state === 'cancelling' ? leaseOver(intent) <= now : now - intent.since > KEY_TRUSTED_MS;
  if (!isLost) return head;
  const perhapsSent = Array.from({ length: intent.to - head.next }, (_, at): InFlight => {
    return { batch: head.next + at, taskId: null, sentAt: intent.since, lookAt: now, polls: 0, doubt: null };
  });
  return { ...head, next: intent.to, inFlight: [...head.inFlight, ...perhapsSent], intent: null };
}

/** When a cancelled job may abandon its intent: until then a step could still be at work on it. */
export const leaseOverAt = (head: JobHead): number | null => (head.intent === null ? null : leaseOver(head.intent));

/**
 * Until when another step may be at work on the single calls of an intent; 0 where none is. They carry no idempotency
 * key: two steps at once would do a row twice, or take what the other did for the site's refusal.
 */
export const heldUntil = ({ route, intent }: JobHead): number =>
  route === 'direct' && intent !== null ? leaseOver(intent) : 0;

const leaseOver = ({ isFree, carriedAt }: Intent): number => (isFree ? 0 : carriedAt + LEASE_MS + 1);
