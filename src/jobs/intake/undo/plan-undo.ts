import type { FieldDefinition } from '../../../contract/fields';
import type { ImportPlan, LeftOutRow, StoredRow } from '../../../contract/imports';
import { UNKNOWN_ROW, type UndoCounts, type UndoList } from '../../../contract/jobs';
import type { BatchRecord } from '../../../domain/jobs/account';
import { type JobHead, batchCount, rowsOfBatch } from '../../../domain/jobs/head';
import { kindOf } from '../../../domain/kinds';
import type { Named } from '../../../domain/kinds/written';
import { once, oncePerRecord } from '../../../domain/undo/once';
import { backRows, fieldsWritten, removalPlanOf, undoPlanOf } from '../../../domain/undo/undo-plan';
import { type RowToUndo, type UndoFacts, undoRow } from '../../../domain/undo/undo-row';
import type { Clock } from '../../../platform/clock';
import { jobKindOf } from '../../kinds';
import { showEntities } from '../../kinds/on-site/shown';
import type { SiteApi } from '../../kinds/site-api';
import { headOf } from '../../store/change';
import { readBatches, readBefore, readLookedUp, readPlan, rowReader } from '../../store/ledger';
import { refuseIfNotUndoable } from './refuse';
import { fits, writeStaged } from './staged';

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

/** What undoing rows comes to. */
interface Undone extends Record<UndoList, StoredRow[]> {
  left: LeftOutRow[];
}

const nothingUndone = (): Undone => ({ back: [], leave: [], revoke: [], remove: [], left: [] });

/** Whoever looks, until when, and the fields that the site has by now. */
export interface Looking {
  site: SiteApi;
  fields: readonly FieldDefinition[];
  clock: Clock;
  deadline: number;
}

/**
 * Looks at what the rows of some batches of a job have become, from one batch on, and keeps what undoes them.
 * @throws JobRefusal NOT_FOUND, CONFLICT; DamagedError, SiteError
 */
export async function planUndo(jobId: string, from: number, looking: Looking): Promise<UndoFound> {
  const { value: head } = await headOf(jobId);
  await refuseIfNotUndoable(head);
  const { clock, deadline } = looking;
  const at = clock.now();
  const undo = undoerOf(head, await readPlan(jobId), looking);
  const batches = Math.min(head.next, batchCount(head));
  let found = nothingUndone();
  let next = from;
  while (next < batches && next < from + BATCHES_PER_CALL) {
    if (next > from && deadline - clock.now() < TIME_FOR_A_BATCH_MS) break;
    const more = joined(found, await undo(next));
    if (next > from && !fits({ next, at, ...more })) break;
    found = more;
    next += 1;
  }
  const behind = next < batches ? next : null;
  await writeStaged(jobId, from, { next: behind, at, ...found });
  return { ...countsOf(found), next: behind, batches };
}

const joined = (a: Undone, b: Undone): Undone => ({
  back: oncePerRecord([...a.back, ...b.back]),
  leave: once([...a.leave, ...b.leave]),
  revoke: once([...a.revoke, ...b.revoke]),
  remove: once([...a.remove, ...b.remove]),
  left: [...a.left, ...b.left],
});

function countsOf({ back, leave, revoke, remove, left }: Undone): UndoCounts {
  const reasons = new Map<string, number>();
  for (const reason of left.flatMap(([, , problems]) => problems)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const most = [...reasons].sort(([, a], [, b]) => b - a).slice(0, MAX_REASONS);
  return {
    back: back.length,
    leave: leave.length,
    revoke: revoke.length,
    remove: remove.length,
    left: left.length,
    reasons: most.map(([reason, rows]) => ({ reason, rows })),
  };
}

/** A row that was done, or perhaps was. */
interface DoneRow extends Pick<RowToUndo, 'written' | 'before' | 'outcome'> {
  /** Its number in the file. */
  number: number;
  /** By what its entity is found: its id, where that is known. */
  named: Named;
}

/** Makes what finds out what undoes the rows of a batch of a job. */
function undoerOf(head: JobHead, plan: ImportPlan, { site, fields }: Looking): (batch: number) => Promise<Undone> {
  const kind = kindOf(head.kind);
  const toRow = backRows(undoPlanOf(plan));
  const facts: UndoFacts = { one: kind.words.one, types: typesOf(plan, fields) };
  const mayCreate = head.operation !== 'UPDATE' && removalPlanOf(plan) !== null;
  const doneRows = doneRowsOf(head, plan);
  return async (batch) => {
    const undone = nothingUndone();
    const rows = await doneRows(batch);
    const shown = await showEntities(
      site,
      kind.entity,
      rows.map(({ named }) => named),
    );
    rows.forEach(({ number, ...row }, at) => {
      const found = shown[at] ?? null;
      const seen = found === 'unknown' ? { now: null, before: found } : { now: found, before: row.before };
      const { back, remove, joins, left } = undoRow({ ...row, ...seen, mayCreate }, facts);
      const made = back === null ? null : toRow(number, back);
      const reasons = [...left, ...(made?.unwritable ?? []).map(unwritable)];
      if (made?.row) undone.back.push(made.row);
      if (remove !== null) undone.remove.push([number, [remove]]);
      for (const id of joins?.leave ?? []) undone.leave.push([number, [joins?.of ?? '', id]]);
      for (const { productId, entitlementId } of joins?.revoke ?? [])
        undone.revoke.push([number, [joins?.of ?? '', productId, entitlementId]]);
      if (reasons.length > 0) undone.left.push([number, [seen.now?.id ?? nameOf(row)], reasons]);
    });
    return undone;
  };
}

/** Makes what reads the rows of a batch that were done, or perhaps were; none of a batch that was not sent. */
function doneRowsOf(head: JobHead, plan: ImportPlan): (batch: number) => Promise<DoneRow[]> {
  const rowsOf = rowReader(head);
  return async (batch) => {
    const [first, count] = [batch * head.batchSize, rowsOfBatch(head, batch)];
    const account = (await readBatches(head.id, [batch])).get(batch);
    if (account === undefined) return [];
    const [rows, before, lookedUp] = await Promise.all([
      rowsOf(first, count),
      readBefore(head.id, batch),
      head.lookedUp === null ? null : readLookedUp(head.id, first, count),
    ]);
    const outcomes = outcomesOf(account);
    const ids = new Map(account.known.map(([index, id]) => [index, id]));
    const written = jobKindOf(head.kind).batch(rows, plan, lookedUp).written();
    return written.flatMap((one, index): DoneRow[] => {
      const outcome = outcomes.get(index) ?? 'succeeded';
      if (one === undefined || outcome === 'failed' || outcome === 'cancelled') return [];
      const was = before[index];
      const id = (typeof was === 'object' ? was?.id : undefined) ?? ids.get(index) ?? '';
      const named = id === '' ? one.named : { id };
      return [{ number: rows[index]?.[0] ?? UNKNOWN_ROW, named, outcome, written: one, before: was }];
    });
  };
}

const outcomesOf = ({ rows }: BatchRecord) => new Map(rows.map(([index, outcome]) => [index, outcome]));

/** The types of the fields of a plan that the site has as they were. */
function typesOf(plan: ImportPlan, fields: readonly FieldDefinition[]): UndoFacts['types'] {
  const now = new Map(fields.map(({ name, type }) => [name, type]));
  return new Map(
    fieldsWritten(plan).flatMap(({ name, type }) => (now.get(name) === type ? [[name, type] as const] : [])),
  );
}

const unwritable = (field: string): string =>
  field === 'name'
    ? 'The earlier name can’t be written by an import.'
    : `The earlier value of “${field}” can’t be written by an import.`;

const nameOf = ({ written: { named } }: Pick<RowToUndo, 'written'>): string =>
  named.id ?? named.email ?? named.name ?? '';
