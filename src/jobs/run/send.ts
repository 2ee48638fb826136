import { type Verdict, accountOf } from '../../domain/jobs/account';
import type { InFlight, JobHead } from '../../domain/jobs/head';
import { untilNextPoll } from '../../domain/jobs/pace';
import { readHead } from '../store/ledger';
import type { Sends } from './apply-sends';
import type { StepContext } from './context';
import type { Batch } from '../kinds/kind';
import { type Failure, classify } from './failure';
import { maySend } from './intent';
import { withPartial } from './partial';
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
      if (head.route === 'direct' || batch.isEmpty) {
        const failure = await sendRows(context, number, batch, sends);
        if (failure !== null) return { ...sends, failure };
        continue;
      }
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

/**
 * Does the rows of a batch by single calls, each of which is answered at once. Rows that may have been done before are
 * asked for first. Returns what kept it from doing all of them.
 */
async function sendRows(
  { head, services }: StepContext,
  number: number,
  batch: Batch,
  sends: Sends,
): Promise<Failure | null> {
  const at = services.clock.now();
  const known = withPartial(head, number, batch.judge([], false));
  const mayBeDone = (head.intent?.carriers ?? 1) > 1 || head.partial?.batch === number;
  const { judgement, cutShortBy } = await batch.perform(services.site, known, mayBeDone);
  if (cutShortBy !== null) {
    sends.batches.push({ batch: number, interrupted: judgement });
    return classify(cutShortBy, true);
  }
  const facts = { taskId: null, sentAt: at, settledAt: services.clock.now(), polls: 0 };
  const verdicts = judgement.map((verdict) => verdict ?? NOT_DONE);
  sends.batches.push({ batch: number, settled: accountOf(verdicts, facts), forbidden: forbiddenIn(verdicts) });
  return null;
}

/** Every row has a verdict by then; this one is for none. */
const NOT_DONE: Verdict = { outcome: 'unconfirmed', reason: 'It’s not known what became of the row.' };

/** The words with which the site forbade every row; null where it did not. */
function forbiddenIn(verdicts: readonly Verdict[]): string | null {
  const [first] = verdicts;
  const isForbidden = first?.forbidden === true && verdicts.every(({ reason }) => reason === first.reason);
  return isForbidden ? first.reason : null;
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
