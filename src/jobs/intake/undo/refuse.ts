import type { Undoing } from '../../../contract/jobs';
import type { JobHead } from '../../../domain/jobs/head';
import { kindOf, operationOf } from '../../../domain/kinds';
import { JobRefusal } from '../../store/refusal';
import { undoingOf } from '../../store/undoing';

const reasons: Record<Exclude<Undoing, 'yes'>, string> = {
  nothing: 'The import hasn’t ended yet, or has sent nothing.',
  kind: 'Imports of this kind can’t be undone.',
  'not-kept': 'The import didn’t keep what was there before.',
  undone: 'The import was undone already, or that is under way.',
};

/** @throws JobRefusal CONFLICT where the job cannot be undone */
export async function refuseIfNotUndoable(head: JobHead): Promise<void> {
  const undoing = await undoingOf(head);
  if (undoing === 'yes') return;
  const { notUndoable } = operationOf(kindOf(head.kind), head.operation) ?? {};
  const reason = (undoing === 'kind' ? notUndoable : undefined) ?? reasons[undoing];
  throw new JobRefusal('CONFLICT', reason, 'Reload the page to see how it stands.');
}
