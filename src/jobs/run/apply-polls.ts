import { type Verdict, accountOf, foundDone } from '../../domain/jobs/account';
import { type InFlight, type JobHead, rowsOfBatch } from '../../domain/jobs/head';
import { withTaskTime } from '../../domain/jobs/pace';
import { type Failure, classify } from './failure';
import type { PollResult } from './poll-result';
import { type Progress, noProgress, settle } from './progress';
import { afterFailure, isRetryable, recovered } from './retry-policy';
import type { Services } from './services';

/** Takes what the polls of a step found into its head. */
export function applyPolls(head: JobHead, results: readonly PollResult[], services: Services): Progress {
  // Failures come last: that the site has answered other polls does not end the wait that it asks for.
  const inOrder = [
    ...results.filter(({ found }) => found !== 'failure'),
    ...results.filter(({ found }) => found === 'failure'),
  ];
  return inOrder.reduce((progress, result) => applyPoll(progress, result, services), noProgress(head));
}

function applyPoll(before: Progress, result: PollResult, services: Services): Progress {
  const progress = withPartialOf(withIdsFound(before, result), result);
  const { head } = progress;
  const { batch } = result;
  switch (result.found) {
    case 'failure':
      return applyFailure(progress, result, services);
    case 'pending':
      return { ...progress, head: recovered(withInFlight(head, batch, batch)) };
    case 'settled': {
      const taskTimes = result.taskMs === null ? head.taskTimes : withTaskTime(head, batch.batch, result.taskMs);
      const without = {
        ...withInFlight(head, batch, null),
        taskTimes,
        faults: 0,
        verified: head.verified || result.verified === true,
        ignoredParts: [...new Set([...head.ignoredParts, ...(result.ignoredParts ?? [])])],
      };
      const after = settle({ ...progress, head: without }, batch.batch, result.record);
      return { ...after, head: recovered(after.head) };
    }
  }
}

/** Keeps the ids that a look has shown of a batch that goes on: once it is settled, its account has them. */
function withIdsFound(progress: Progress, result: PollResult): Progress {
  if (result.found === 'settled' || result.ids === undefined || result.ids.size === 0) return progress;
  return { ...progress, idsFound: new Map(progress.idsFound).set(result.batch.batch, result.ids) };
}

/** Keeps what single calls have made of rows of a batch that goes on. */
function withPartialOf(progress: Progress, result: PollResult): Progress {
  if (result.found === 'settled' || result.partial === undefined) return progress;
  return { ...progress, head: { ...progress.head, partial: result.partial } };
}

function applyFailure(
  progress: Progress,
  { batch, error, gotFurther }: Extract<PollResult, { found: 'failure' }>,
  services: Services,
): Progress {
  const { head } = progress;
  const failure = classify(error);
  if (head.state === 'cancelling' && !isRetryable(head, failure, services))
    return settleUnfollowed(progress, batch, failure, services);
  const met = withInFlight(head, batch, { ...batch, lookAt: services.clock.now() });
  const after = gotFurther ? { ...recovered(met), faults: 0 } : met;
  // What stopped a parked job may keep the app from reading its tasks, too. It is parked already.
  return { ...progress, head: head.state === 'needs-attention' ? after : afterFailure(after, failure, services) };
}

/**
 * Settles a batch of a cancelled job whose task cannot be followed to its end. Its rows were sent; what became of those
 * that were not seen done is not known.
 */
function settleUnfollowed(progress: Progress, batch: InFlight, failure: Failure, services: Services): Progress {
  const { head } = progress;
  const why = 'message' in failure ? ` ${failure.message}` : '';
  const unseen: Verdict = {
    outcome: 'unconfirmed',
    reason: `The row was sent, but the import was cancelled before its outcome was known.${why}`,
  };
  const seen = new Set(batch.doubt?.seen);
  const verdicts = Array.from({ length: rowsOfBatch(head, batch.batch) }, (_, row) =>
    seen.has(row) ? foundDone : unseen,
  );
  const { taskId, sentAt, polls } = batch;
  const record = accountOf(verdicts, { taskId, sentAt, settledAt: services.clock.now(), polls });
  return settle({ ...progress, head: withInFlight(head, batch, null) }, batch.batch, record);
}

function withInFlight(head: JobHead, old: InFlight, now: InFlight | null): JobHead {
  const others = head.inFlight.filter(({ batch }) => batch !== old.batch);
  const inFlight = now === null ? others : [...others, now].sort((a, b) => a.batch - b.batch);
  return { ...head, inFlight };
}
