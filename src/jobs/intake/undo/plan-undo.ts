import type { ImportPlan } from '../../../contract/imports';
import type { UndoCounts } from '../../../contract/jobs';
import { batchCount } from '../../../domain/jobs/head';
import { ENTITLEMENTS } from '../../../domain/kinds/entitlements';
import { headOf } from '../../store/change';
import { readPlan } from '../../store/ledger';
import { refuseIfNotUndoable } from './refuse';
import { type Rest, restOf } from './rest';
import { fits, stagedFields, undoBehind, writeStaged } from './staged';
import { undoerOf } from './undo-batch';
import { type Looking, type UndoBatch, type Undone, joined, nothingUndone } from './undone';

/** Batches of one call at the most: what was found of them is kept in one value. */
const BATCHES_PER_CALL = 20;
/** Milliseconds that looking at one batch can take: with less left, the next call goes on. */
const TIME_FOR_A_BATCH_MS = 10_000;
/** Reasons that a page is told of, and the longest list of those of one call. */
const MAX_REASONS = 20;

export interface UndoFound extends UndoCounts {
  next: number | null;
  batches: number;
}

/**
 * Looks at what the rows of some batches of a job have become, from one batch on, and keeps what undoes them.
 * @throws JobRefusal NOT_FOUND, CONFLICT; DamagedError, SiteError
 */
export async function planUndo(jobId: string, from: number, looking: Looking): Promise<UndoFound> {
  const { value: head } = await headOf(jobId);
  const undoing = await refuseIfNotUndoable(head);
  const { clock, deadline } = looking;
  const at = clock.now();
  const plan = await readPlan(jobId);
  const fields = from > 0 && namesNoFields(plan) ? await stagedFields(head, at) : looking.fields;
  const columns = from === 0 && namesNoFields(plan) ? [...fields] : [];
  const undo = undoerOf(head, plan, { ...looking, fields });
  const rest = await restOf(head, plan, undoing === 'rest');
  const batches = Math.min(head.next, batchCount(head));
  const facts = { at, behind: undoBehind(head), fields: columns };
  let found = nothingUndone();
  let next = from;
  while (next < batches && next < from + BATCHES_PER_CALL) {
    if (next > from && deadline - clock.now() < TIME_FOR_A_BATCH_MS) break;
    const more = joined(found, await undoneOf(next, undo, rest));
    if (next > from && !fits({ ...facts, next, ...more })) break;
    found = more;
    next += 1;
  }
  const behind = next < batches ? next : null;
  if (rest !== null) found = await rest.withoutDone(found);
  await writeStaged(jobId, from, { ...facts, next: behind, ...found });
  return { ...countsOf(found), next: behind, batches };
}

/** What undoes a batch, or those of its rows that an earlier undo left alone. */
async function undoneOf(batch: number, undo: UndoBatch, rest: Rest | null): Promise<Undone> {
  if (rest === null) return undo(batch);
  return (await rest.hasRows(batch)) ? rest.ofRows(await undo(batch)) : nothingUndone();
}

/** Whether what the rows take away has values of any field: all rows of its undo have a column for each. */
const namesNoFields = ({ kind, operation }: ImportPlan): boolean => kind === ENTITLEMENTS && operation === 'REVOKE';

function countsOf({ left, ...lists }: Undone): UndoCounts {
  const reasons = new Map<string, number>();
  for (const reason of left.flatMap(([, , problems]) => problems)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const most = [...reasons].sort(([, a], [, b]) => b - a).slice(0, MAX_REASONS);
  return {
    back: lists.back.length,
    grant: lists.grant.length,
    leave: lists.leave.length,
    revoke: lists.revoke.length,
    remove: lists.remove.length,
    left: left.length,
    reasons: most.map(([reason, rows]) => ({ reason, rows })),
  };
}
