import type { Chain } from '../invocation';

export interface QueuedEvent {
  eventId: string;
  jobId: string;
  queueName: string;
  body: Record<string, unknown>;
  concurrency: { key: string; limit: number } | null;
  chain: Chain;
  /** When it was pushed; it is redelivered for 24 hours from then. */
  pushedAt: number;
  retry: { count: number; reason: string; data: unknown } | null;
}

/** How deliveries misbehave. Rates from 0 to 1 for each delivery. */
export interface QueueFaults {
  duplicateRate: number;
  lateRate: number;
  /** The most that a late delivery, or the second copy of a duplicated one, is late. */
  lateByMs: number;
  /** Up to this much is added to each delivery, so that events overtake each other. */
  jitterMs: number;
}

export const noQueueFaults = (): QueueFaults => ({ duplicateRate: 0, lateRate: 0, lateByMs: 60_000, jitterMs: 0 });
