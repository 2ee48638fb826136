import type { JobHead } from '../../../domain/jobs/head';
import type { SiteJobs } from '../../../domain/jobs/site';
import type { Clock } from '../../../platform/clock';
import { wakeTurn } from '../../run/chain';
import { changeJobs, headOf } from '../../store/change';
import { JobRefusal } from '../../store/refusal';
import { cancelJob, started } from '../lifecycle';
import { refuseIfNotUndoable } from './refuse';

/**
 * Claims a job for those that undo it, and starts them, all at once: a lost process leaves either an undo that is under way
 * as a whole, or none. Jobs that have nothing to undo any more are cancelled. @throws JobRefusal CONFLICT
 */
export async function claimAndStart(undoneId: string, undoIds: readonly string[], clock: Clock): Promise<void> {
  try {
    const known = (await headOf(undoneId)).value;
    if (hasClaimed(known, undoIds)) return;
    const undoing = await refuseIfNotUndoable(known);
    await changeJobs([undoneId, ...undoIds], ([undone, ...undos], site) => {
      if (undone === undefined || hasClaimed(undone, undoIds)) return null;
      if (JSON.stringify(undone.undoneBy) !== JSON.stringify(known.undoneBy))
        throw new JobRefusal('CONFLICT', 'Someone else has just undone the import.', 'Reload the page.');
      const before = undoing === 'rest' ? undone.undoneBy : [];
      const undoneBy = [...before, ...undos.map(({ id, name }) => ({ id, name }))];
      const leftAlone = undos.find(({ rows }) => rows.leftOut > 0)?.id ?? null;
      const begun = startInTurn(undos, site, clock.now());
      return { heads: [{ ...undone, undoneBy, leftAlone }, ...begun.heads], site: begun.site };
    });
  } catch (error) {
    if (error instanceof JobRefusal) for (const id of undoIds) await cancelJob(id, null, clock);
    throw error;
  }
  await wakeTurn();
}

/** Whether these jobs undo the given one already: the answer that said so was lost. */
export const hasClaimed = ({ undoneBy }: JobHead, undoIds: readonly string[]): boolean =>
  undoIds.length > 0 && undoIds.every((undoId) => undoneBy.some(({ id }) => id === undoId));

function startInTurn(jobs: readonly JobHead[], site: SiteJobs, at: number): { heads: JobHead[]; site: SiteJobs } {
  let after = site;
  const heads = jobs.map((job) => {
    const now = started(job, after, false, at);
    after = now?.site ?? after;
    return now?.head ?? job;
  });
  return { heads, site: after };
}
