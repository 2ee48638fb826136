import type { Undoing } from '../../../contract/jobs';
import type { JobHead } from '../../../domain/jobs/head';
import { kindOf, operationOf } from '../../../domain/kinds';
import { JobRefusal } from '../../store/refusal';
import { undoingOf } from '../../store/undoing';

const reasons: Record<Exclude<Undoing, 'yes' | 'rest'>, string> = {
  nothing: 'The import hasn’t ended yet, or has sent nothing.',
  kind: 'Imports of this kind can’t be undone.',
  'not-kept': 'The import didn’t keep what was there before.',
  undone: 'The import was undone already, or that is under way.',
};

/** Whether all of a job can be undone, or the rest of it. @throws JobRefusal CONFLICT where nothing of it can */
export async function refuseIfNotUndoable(head: JobHead): Promise<'yes' | 'rest'> {
  const undoing = await undoingOf(head);
  if (undoing === 'yes' || undoing === 'rest') return undoing;
  const { notUndoable } = operationOf(kindOf(head.kind), head.operation) ?? {};
  const reason = (undoing === 'kind' ? notUndoable : undefined) ?? reasons[undoing];
  throw new JobRefusal('CONFLICT', reason, 'Reload the page to see how it stands.');
}
