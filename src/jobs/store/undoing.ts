import type { Undoing } from '../../contract/jobs';
import { type JobHead, hasEnded } from '../../domain/jobs/head';
import { kindOf, operationOf } from '../../domain/kinds';
import { isUndoable } from '../../domain/kinds/undoable';
import { isUnreadable, readHeads } from './ledger';

/**
 * Whether a job can be undone by now. One whose undo was cancelled can be undone again; so can one whose undo never began, as
 * earlier versions left it where they were cut off. Of one whose undo has ended, what that left alone can be.
 */
export async function undoingOf(head: JobHead): Promise<Undoing> {
  if (!hasEnded(head) || head.next === 0) return 'nothing';
  const kind = kindOf(head.kind);
  if (!isUndoable(kind, operationOf(kind, head.operation))) return 'kind';
  if (!head.keepsBefore) return 'not-kept';
  const undos = await readHeads(head.undoneBy.map(({ id }) => id));
  const counts = undos.some((undo) => isUnreadable(undo) || !uncounted.has(undo.state));
  if (!counts) return 'yes';
  // What was done is told by what all of them had to do.
  const areKnown =
    undos.length === head.undoneBy.length && undos.every((undo) => !isUnreadable(undo) && hasEnded(undo));
  return areKnown && head.leftAlone !== null ? 'rest' : 'undone';
}

const uncounted: ReadonlySet<JobHead['state']> = new Set(['cancelled', 'not-started', 'uploading']);
