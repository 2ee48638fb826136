import { type JobSummary, type JobView, type RetriedOutcome, retriedOutcomes } from '../../../../contract/jobs';
import { findKind, operationOf } from '../../../../domain/kinds';
import { canSync } from '../../../../domain/syncs/can-sync';
import { formatCount } from '../../../shared/format';
import { operationOfJob } from '../kind-words';
import { hasEnded, unsuccessfulRows } from './job-words';

/** The rows that can be sent once more by what became of them, none where there are none; and which of them are proposed. */
export function retryChoices({ tally }: JobSummary): { outcome: RetriedOutcome; rows: number; isProposed: boolean }[] {
  return retriedOutcomes
    .map((outcome) => {
      const isProposed = outcome === 'failed' || outcome === 'cancelled';
      return { outcome, rows: tally[outcome], isProposed };
    })
    .filter(({ rows }) => rows > 0);
}

type JobAction = 'retry' | 'correct' | 'keep' | 'undo' | 'resume' | 'pause' | 'cancel';

/** What can be done with an import in its state. */
export function actionsOf(job: JobView): JobAction[] {
  const { state } = job;
  if (state === 'not-started' || state === 'cancelling') return [];
  if (hasEnded(state)) {
    // What an undo writes stands in no file.
    const isOfFile = job.undoOf === null;
    return [
      ...(retryChoices(job).length > 0 ? (['retry'] as const) : []),
      ...(unsuccessfulRows(job) > 0 && isOfFile ? (['correct'] as const) : []),
      ...(canSync(job) && isOfFile ? (['keep'] as const) : []),
      ...(job.undo === 'yes' || job.undo === 'rest' ? (['undo'] as const) : []),
    ];
  }
  if (state === 'paused') return ['resume', 'cancel'];
  return state === 'running' || state === 'queued' ? ['pause', 'cancel'] : ['cancel'];
}

/** What the button says that undoes an import. */
export const undoLabel = ({ undo }: Pick<JobView, 'undo'>): string =>
  undo === 'rest' ? 'Undo the rest' : 'Undo import';

/** Why an import that has ended can't be undone, where one would expect that it can; null else. */
export function notUndoableWords({ kind, operation, undo }: JobView): string | null {
  const known = findKind(kind);
  if (known?.removes === true) return null;
  const { notUndoable } = (known && operationOf(known, operation)) ?? {};
  if (undo === 'kind') return notUndoable ?? 'Imports of this kind can’t be undone.';
  return undo === 'not-kept' ? 'This import can’t be undone: it didn’t keep what was there before.' : null;
}

/** "12 failed rows" */
export function retryLabel(outcome: RetriedOutcome, rows: number): string {
  const which = outcome === 'partly' ? 'partly successful' : outcome;
  return `${formatCount(rows)} ${which} ${rows === 1 ? 'row' : 'rows'}`;
}

/** What to know before rows are sent once more that your site may have done already; null for others. */
export const retryDoubt = (job: JobSummary, outcomes: readonly RetriedOutcome[]): string | null =>
  outcomes.includes('unconfirmed') || outcomes.includes('partly')
    ? `Your site may already have some of these rows. Importing such a row again as “${operationOfJob(job).name}” ${operationOfJob(job).again}.`
    : null;
