import { type BatchRecord, type Verdict, accountOf, countIn } from '../domain/jobs/account';
import { type JobHead, batchCount, rowsOfBatch } from '../domain/jobs/head';
import { untilNextLook } from '../domain/jobs/pace';
import type { Bench } from './look';
import type { Shop } from './shop';
import { troubleOf } from './trouble';
import { troubled, untroubled } from './weather';

/** No batch is sent with less time left than this, in milliseconds: a request may take up to its own time-out. */
const TIME_TO_SEND_MS = 15_000;

/** Fixed for a batch for as long as the job exists: however often it is sent, the site does it once. */
export const idempotencyKey = (jobId: string, batch: number): string => `${jobId}-${batch}`;

/** Sends batches in their order until the slots are full, the site gets in the way or the batches are out. */
export async function sendBatches(bench: Bench, records: Map<number, BatchRecord>): Promise<JobHead> {
  const { shop } = bench;
  let head = bench.head;
  while (canSend(head, shop)) {
    try {
      const batch = await bench.open(head.next);
      const taskId = await batch.submit(shop.site, idempotencyKey(head.id, head.next));
      head = sent(head, taskId, shop.clock.now());
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      if (trouble.kind !== 'refused') return troubled(head, trouble, shop);
      head = refused(head, trouble.message, records, shop.clock.now());
    }
  }
  return head;
}

function canSend(head: JobHead, shop: Shop): boolean {
  const waiting = (head.wait?.until ?? 0) > shop.clock.now();
  const free = head.inFlight.length < shop.settings.taskSlots;
  return !waiting && free && head.next < batchCount(head) && shop.timeLeft() > TIME_TO_SEND_MS;
}

function sent(head: JobHead, taskId: string, now: number): JobHead {
  const lookAt = now + untilNextLook(head.taskTimes, 0);
  const batch = { batch: head.next, taskId, sentAt: now, lookAt, polls: 0, doubt: null };
  return { ...untroubled(head), wait: null, next: head.next + 1, inFlight: [...head.inFlight, batch] };
}

/** The site refused the batch as a whole: none of its rows was done, and each of them says why. */
function refused(head: JobHead, message: string, records: Map<number, BatchRecord>, now: number): JobHead {
  const verdict: Verdict = { outcome: 'failed', reason: `The site refused the whole batch: ${message}` };
  const rows = Array<Verdict>(rowsOfBatch(head, head.next)).fill(verdict);
  const record = accountOf(rows, { taskId: '', sentAt: now, settledAt: now, polls: 0 });
  records.set(head.next, record);
  return countIn({ ...head, next: head.next + 1 }, record);
}
