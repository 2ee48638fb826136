import * as v from 'valibot';
import type { Clock } from '../../clock';
import type { Outcome } from '../invocation';
import * as limits from '../limits';
import { bytesOf } from '../wire';
import type { QueueFaults, QueuedEvent } from './events';

/** What a consumer returns to ask for the event again (InvocationError of @forge/events). */
const retryRequestSchema = v.object({
  _retry: v.literal(true),
  retryOptions: v.optional(
    v.object({
      retryAfter: v.optional(v.number(), 1),
      retryReason: v.optional(v.string(), 'FUNCTION_RETRY_REQUEST'),
      retryData: v.optional(v.unknown()),
    }),
    {},
  ),
});

/** Back-off of the platform's own retries. Not documented; assumed to double from one second up to `retryAfter`'s most. */
const FIRST_BACK_OFF_MS = 1000;

const reasons: Record<Exclude<Outcome['kind'], 'returned'>, string> = {
  threw: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  killed: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  'timed-out': 'FUNCTION_TIME_OUT',
  'out-of-memory': 'FUNCTION_OUT_OF_MEMORY',
};

export interface JobProgress {
  success: number;
  inProgress: number;
  failed: number;
}

export interface DeliveryOptions {
  clock: Clock;
  random: () => number;
  faults: QueueFaults;
  /** From the push to the first delivery of an event without delay. */
  latencyMs: number;
  consume: (event: QueuedEvent) => Promise<Outcome>;
  onRedelivery: () => void;
}

/** Delivers events at least once, in no order, under their concurrency limits, and again for 24 hours when it fails. */
export class Delivery {
  private readonly jobs = new Map<string, JobProgress>();
  private readonly scheduled = new Map<QueuedEvent, Set<() => void>>();
  private readonly waiting: QueuedEvent[] = [];
  private readonly running = new Map<string, number>();
  private readonly settled = new WeakSet<QueuedEvent>();
  private closed = false;

  constructor(private readonly options: DeliveryOptions) {}

  accept(event: QueuedEvent, delayMs: number): void {
    this.job(event).inProgress += 1;
    const { random, faults, latencyMs } = this.options;
    const late = random() < faults.lateRate ? random() * faults.lateByMs : 0;
    this.deliverIn(event, delayMs + latencyMs + late + random() * faults.jitterMs);
    if (random() < faults.duplicateRate) this.deliverIn(event, delayMs + latencyMs + random() * faults.lateByMs);
  }

  progress(jobId: string): JobProgress | undefined {
    return this.jobs.get(jobId);
  }

  /** Takes back what was not delivered yet. False for a job nobody pushed. */
  cancel(jobId: string): boolean {
    const job = this.jobs.get(jobId);
    if (!job) return false;
    for (const [event, timers] of this.scheduled) {
      if (event.jobId !== jobId) continue;
      for (const cancelTimer of timers) cancelTimer();
      this.scheduled.delete(event);
      this.settle(event, 'failed');
    }
    for (const event of this.waiting.filter((each) => each.jobId === jobId)) {
      this.waiting.splice(this.waiting.indexOf(event), 1);
      this.settle(event, 'failed');
    }
    return true;
  }

  /** Events that are delayed, or wait for their concurrency limit. */
  pending(): number {
    return this.scheduled.size + this.waiting.length;
  }

  close(): void {
    this.closed = true;
    for (const timers of this.scheduled.values()) for (const cancelTimer of timers) cancelTimer();
    this.scheduled.clear();
    this.waiting.length = 0;
  }

  private deliverIn(event: QueuedEvent, delayMs: number): void {
    if (this.closed) return;
    const timers = this.scheduled.get(event) ?? new Set();
    this.scheduled.set(event, timers);
    const cancelTimer = this.options.clock.setTimer(delayMs, () => {
      timers.delete(cancelTimer);
      if (timers.size === 0) this.scheduled.delete(event);
      this.waiting.push(event);
      this.deliverWaiting();
    });
    timers.add(cancelTimer);
  }

  private deliverWaiting(): void {
    for (const event of [...this.waiting]) {
      const { concurrency } = event;
      if (concurrency && (this.running.get(concurrency.key) ?? 0) >= concurrency.limit) continue;
      this.waiting.splice(this.waiting.indexOf(event), 1);
      void this.deliver(event);
    }
  }

  private async deliver(event: QueuedEvent): Promise<void> {
    const key = event.concurrency?.key;
    if (key !== undefined) this.running.set(key, (this.running.get(key) ?? 0) + 1);
    const outcome = await this.options.consume(event);
    if (key !== undefined) this.running.set(key, (this.running.get(key) ?? 1) - 1);
    this.conclude(event, outcome);
    this.deliverWaiting();
  }

  private conclude(event: QueuedEvent, outcome: Outcome): void {
    if (outcome.kind !== 'returned') {
      this.redeliver(event, backOffMs(event), reasons[outcome.kind], undefined);
      return;
    }
    const request = v.safeParse(retryRequestSchema, outcome.value);
    if (!request.success) {
      this.settle(event, 'success');
      return;
    }
    const { retryAfter, retryReason, retryData } = request.output.retryOptions;
    const tooBig = retryData !== undefined && bytesOf(JSON.stringify(retryData)) > limits.RETRY_DATA_BYTES;
    if (tooBig) {
      this.settle(event, 'failed');
      return;
    }
    const seconds = Math.min(limits.MAX_RETRY_AFTER_SECONDS, Math.max(1, retryAfter));
    this.redeliver(event, seconds * 1000, retryReason, retryData);
  }

  private redeliver(event: QueuedEvent, delayMs: number, reason: string, data: unknown): void {
    const { clock, onRedelivery } = this.options;
    if (clock.now() + delayMs > event.pushedAt + limits.RETENTION_MS) {
      this.settle(event, 'failed');
      return;
    }
    onRedelivery();
    event.retry = { count: (event.retry?.count ?? 0) + 1, reason, data };
    this.deliverIn(event, delayMs);
  }

  /** A duplicated event is counted once. */
  private settle(event: QueuedEvent, as: 'success' | 'failed'): void {
    if (this.settled.has(event)) return;
    this.settled.add(event);
    const job = this.job(event);
    job.inProgress -= 1;
    job[as] += 1;
  }

  private job({ jobId }: QueuedEvent): JobProgress {
    const known = this.jobs.get(jobId) ?? { success: 0, inProgress: 0, failed: 0 };
    this.jobs.set(jobId, known);
    return known;
  }
}

function backOffMs({ retry }: QueuedEvent): number {
  return Math.min(limits.MAX_RETRY_AFTER_SECONDS * 1000, FIRST_BACK_OFF_MS * 2 ** (retry?.count ?? 0));
}
