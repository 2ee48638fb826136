import { type BatchRecord, type Verdict, accountOf, countIn } from '../domain/jobs/account';
import { type InFlight, type Intent, type JobHead, newDoubt, rowsOfBatch } from '../domain/jobs/head';
import { untilNextLook } from '../domain/jobs/pace';
import { maySend } from './intent';
import { readHead } from './ledger';
import type { Bench } from './look';
import type { Shop } from './shop';
import { type Trouble, troubleOf } from './trouble';
import { park, troubled, untroubled } from './weather';

/** Fixed for a batch for as long as the job exists: however often it is sent, the site does it once. */
export const idempotencyKey = (jobId: string, batch: number): string => `${jobId}-${batch}`;

type Sent = { batch: number } & ({ sent: InFlight } | { refused: string; at: number });

/** What became of the batches of an intent, in their order, and what kept the rest from being sent. */
export interface Sending {
  batches: Sent[];
  trouble: Trouble | null;
}

/** A job whose batches are refused whole, so many in a row and for the same reason, is parked: the next ones would be, too. */
const MOST_REFUSALS = 3;
/** Characters of what the site has said that a head keeps of a batch in doubt. */
const LONGEST_WHY = 500;

/** For how long a job is taken to be as it was read. Reading it again costs a request to the store. */
const KNOWN_FOR_MS = 1_000;

/** Sends the batches of the head's intent until they are out, the site gets in the way, or somebody stops the job. */
export async function sendIntent(bench: Bench): Promise<Sending | null> {
  const { head, shop } = bench;
  const { intent } = head;
  if (intent === null || !maySend(head, shop)) return null;
  const sending: Sending = { batches: [], trouble: null };
  const isStopped = watchForStop(head.id, shop);
  let { refusals } = head;
  for (let number = head.next; number < intent.to && maySend(head, shop); number += 1) {
    if (areTooMany(refusals) || (await isStopped())) break;
    let isOut = false;
    try {
      const batch = await bench.open(number);
      isOut = true;
      const taskId = await batch.submit(shop.site, idempotencyKey(head.id, number));
      sending.batches.push({ batch: number, sent: newInFlight(head, number, taskId, shop.clock.now()) });
      refusals = null;
    } catch (error) {
      const trouble = troubleOf(error, isOut);
      if (trouble.kind !== 'refused') return { ...sending, trouble };
      sending.batches.push({ batch: number, refused: trouble.message, at: shop.clock.now() });
      refusals = oneMore(refusals, trouble.message);
    }
  }
  return sending;
}

/** Tells whether somebody has stopped the job since the step that begins now has committed it as running. */
function watchForStop(jobId: string, { clock }: Shop): () => Promise<boolean> {
  let knownAt = clock.now();
  return async () => {
    if (clock.now() - knownAt < KNOWN_FOR_MS) return false;
    knownAt = clock.now();
    return (await readHead(jobId))?.value.state !== 'running';
  };
}

function newInFlight(head: JobHead, batch: number, taskId: string, now: number): InFlight {
  return { batch, taskId, sentAt: now, lookAt: now + untilNextLook(head, batch, 0), polls: 0, doubt: null };
}

/**
 * The head with what was sent taken in. The job may have been cancelled meanwhile: what was sent was sent all the same.
 * Another driver may have carried out the same intent, which gave the same tasks: what it took in is passed over.
 */
export function takeInSending(head: JobHead, sending: Sending, records: Map<number, BatchRecord>, shop: Shop): JobHead {
  let after = head;
  for (const one of sending.batches) {
    if (one.batch !== after.next) continue;
    if ('sent' in one) after = withSent(after, one.sent);
    else
      after = after.intent !== null && after.intent.carriers > 1 ? doubted(after, one) : refused(after, one, records);
    after = { ...after, next: after.next + 1 };
  }
  const met = after.state === 'running' ? stopped(after, sending.trouble, shop) : after;
  return { ...met, intent: leftOf(met, sending.trouble) };
}

const withSent = (head: JobHead, sent: InFlight): JobHead => ({
  ...untroubled(head),
  wait: null,
  refusals: null,
  faults: 0,
  inFlight: [...head.inFlight, sent],
});

/** The head after what kept the rest from being sent. */
function stopped(head: JobHead, trouble: Trouble | null, shop: Shop): JobHead {
  if (trouble !== null) return troubled(head, trouble, shop);
  const { refusals } = head;
  return areTooMany(refusals) ? park(head, { kind: 'refused', message: refusals.message }) : head;
}

/** What still may have been sent of an intent, now that a step has carried it as far as it got. */
function leftOf({ intent, next }: JobHead, trouble: Trouble | null): Intent | null {
  if (intent === null || next >= intent.to) return null;
  // Other steps set out with it as well: one that is at work, or lost, may have got further.
  if (intent.carriers > 1) return intent;
  // The batch whose answer got lost may have been taken all the same; those behind it were not sent.
  return trouble !== null && 'perhapsDone' in trouble && trouble.perhapsDone ? { ...intent, to: next + 1 } : null;
}

type Refused = Extract<Sent, { refused: string }>;

/** The site refused the batch as a whole: none of its rows was done, and each of them says why. */
function refused(head: JobHead, { refused: message, at }: Refused, records: Map<number, BatchRecord>): JobHead {
  const verdict: Verdict = { outcome: 'failed', reason: `Your site refused the whole batch: ${message}` };
  const rows = Array<Verdict>(rowsOfBatch(head, head.next)).fill(verdict);
  const record = accountOf(rows, { taskId: null, sentAt: at, settledAt: at, polls: 0 });
  records.set(head.next, record);
  return { ...countIn(head, record), refusals: oneMore(head.refusals, message) };
}

/** Refused, but perhaps taken when another step sent it, whose answer was lost: its rows alone can tell. */
function doubted(head: JobHead, { batch, refused: message, at }: Refused): JobHead {
  const why = `Your site may have accepted the row, then refused it when it was sent again: ${message.slice(0, LONGEST_WHY)}`;
  const perhaps: InFlight = { batch, taskId: null, sentAt: at, lookAt: at, polls: 0, doubt: newDoubt(why) };
  return { ...head, inFlight: [...head.inFlight, perhaps] };
}

type Refusals = JobHead['refusals'];

const oneMore = (before: Refusals, message: string): NonNullable<Refusals> => ({
  message,
  batches: before?.message === message ? before.batches + 1 : 1,
});

const areTooMany = (refusals: Refusals): refusals is NonNullable<Refusals> =>
  refusals !== null && refusals.batches >= MOST_REFUSALS;
