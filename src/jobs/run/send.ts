import type { InFlight, JobHead } from '../../domain/jobs/head';
import { untilNextPoll } from '../../domain/jobs/pace';
import { readHead } from '../store/ledger';
import type { Sends } from './apply-sends';
import type { StepContext } from './context';
import { classify } from './failure';
import { maySend } from './intent';
import { areTooMany, oneMoreRefusal } from './refusals';
import type { Services } from './services';

/** Fixed for a batch for as long as the job exists: however often it is sent, the site does it once. */
const idempotencyKey = (jobId: string, batch: number): string => `${jobId}-${batch}`;

/** For how long a job is taken to be as it was read. Reading it again costs a request to the store. */
const KNOWN_FOR_MS = 1_000;

/**
 * Sends the batches of the head's intent until all are out, the site gets in the way, or somebody stops the job. Null when
 * the step may not begin. Does not throw for a batch: what kept it from being sent is in the answer.
 */
export async function sendIntent(context: StepContext): Promise<Sends | null> {
  const { head, services } = context;
  const { intent } = head;
  if (intent === null || !maySend(head, services)) return null;
  const sends: Sends = { batches: [], failure: null };
  const isStopped = watchForStop(head.id, services);
  let { refusals } = head;
  for (let number = head.next; number < intent.to && maySend(head, services); number += 1) {
    if (areTooMany(refusals) || (await isStopped())) break;
    let isOut = false;
    try {
      const batch = await context.loadBatch(number);
      isOut = true;
      const taskId = await batch.submit(services.site, idempotencyKey(head.id, number));
      sends.batches.push({ batch: number, sent: newInFlight(head, number, taskId, services.clock.now()) });
      refusals = null;
    } catch (error) {
      const failure = classify(error, isOut);
      if (failure.kind !== 'refused') return { ...sends, failure };
      sends.batches.push({ batch: number, refused: failure.message, at: services.clock.now() });
      refusals = oneMoreRefusal(refusals, failure.message);
    }
  }
  return sends;
}

/** Says whether somebody has stopped the job since this step committed it as running. */
function watchForStop(jobId: string, { clock }: Services): () => Promise<boolean> {
  let knownAt = clock.now();
  return async () => {
    if (clock.now() - knownAt < KNOWN_FOR_MS) return false;
    knownAt = clock.now();
    return (await readHead(jobId))?.value.state !== 'running';
  };
}

function newInFlight(head: JobHead, batch: number, taskId: string, now: number): InFlight {
  return { batch, taskId, sentAt: now, lookAt: now + untilNextPoll(head, batch, 0), polls: 0, doubt: null };
}
