import type { JobHead } from '../../domain/jobs/head';
import type { Versioned } from '../../platform/records';
import { readHead } from '../store/ledger';
import { applyPolls } from './apply-polls';
import { type Sends, applySends } from './apply-sends';
import { commitHalf, endStep } from './commit';
import { createContext } from './context';
import { abandonLostIntent, maySend, withIntent } from './intent';
import { keepBefore } from './keep-before';
import { lookUpNext } from './look-up';
import { pollDue } from './poll';
import type { Progress } from './progress';
import { sendIntent } from './send';
import type { Services } from './services';

/** A longer gap between steps does not count as moving: the job was parked or stalled, which says nothing of its speed. */
const LONGEST_GAP_MS = 15 * 60_000;

/** How often a step takes its sends into a job that administrators change at the same time. */
const TRIES = 8;

/**
 * The way of a step: poll the batches in flight that are due, settle what has ended, look up what the next rows name,
 * keep what is there before them, write down the batches to send, commit, send them, commit what became of them. That
 * commit comes before the sending, so that whoever finds the job after a crash knows which batches may be on their way.
 * Until then nothing has changed on the site, and anyone can do the same again.
 */
export async function runStep(found: Versioned<JobHead>, services: Services, link: number): Promise<void> {
  const now = services.clock.now();
  const begun = abandonLostIntent(begin(found.value, now), now);
  const context = createContext(begun, services);
  const polled = applyPolls(begun, await pollDue(context), services);
  const lookedUp = await lookUpNext(polled, context);
  let { revision } = found;
  const commitSoFar = async (progress: Progress): Promise<boolean> => {
    const isCommitted = await commitHalf(progress, revision);
    revision += 1;
    return isCommitted;
  };
  const withNext = { ...lookedUp, head: withIntent(lookedUp.head, services) };
  const planned = await keepBefore(withNext, lookedUp, context, commitSoFar);
  if (planned === null) return;
  // An intent that the step has not taken is another's, who may be at work on it.
  const isTaken = planned.head.intent !== lookedUp.head.intent;
  if (!isTaken || !maySend(planned.head, services)) {
    await endStep(planned, revision, services, link);
    return;
  }
  if (!(await commitSoFar(planned))) return;
  const sends = await sendIntent({ ...context, head: planned.head });
  if (sends !== null) await endWithSends(begun.id, sends, services, link);
}

/** States in which a job sends nothing: what time passes in them says nothing of its speed. */
const standsStill: readonly JobHead['state'][] = ['queued', 'paused', 'needs-attention'];

function begin(head: JobHead, now: number): JobHead {
  const stoodStill = head.startedAt === null || standsStill.includes(head.state);
  const gap = stoodStill ? 0 : Math.max(0, now - head.steppedAt);
  return {
    ...head,
    state: head.state === 'queued' ? 'running' : head.state,
    startedAt: head.startedAt ?? now,
    activeMs: head.activeMs + Math.min(gap, LONGEST_GAP_MS),
    steppedAt: now,
  };
}

/** Takes the sends into the job as it is by now: an administrator may have cancelled it meanwhile. */
async function endWithSends(jobId: string, sends: Sends, services: Services, link: number): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const now = await readHead(jobId);
    if (now === undefined) return;
    if (await endStep(applySends(now.value, sends, services), now.revision, services, link)) return;
  }
}
