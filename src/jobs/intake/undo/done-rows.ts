import type { ImportPlan, StoredRow } from '../../../contract/imports';
import { type Outcome, UNKNOWN_ROW } from '../../../contract/jobs';
import type { Before } from '../../../domain/jobs/before';
import { type JobHead, rowsOfBatch } from '../../../domain/jobs/head';
import type { LookedUpRow } from '../../../domain/jobs/looked-up';
import { readBatches, readBefore, readLookedUp, rowReader } from '../../store/ledger';

/** A row that was done, or perhaps was. */
export interface DoneRow<What> {
  /** Its number in the file. */
  number: number;
  what: What;
  outcome: Outcome;
  before: Before | undefined;
  /** What the job knows of what the row is about: its ID, and whether it was only found done. */
  told: { id?: string; isFound: boolean };
}

/** What the rows of a batch say, undefined for one that cannot be sent. */
type Read<What> = (
  rows: readonly StoredRow[],
  plan: ImportPlan,
  lookedUp: readonly LookedUpRow[] | null,
) => readonly (What | undefined)[];

/** Makes what reads the rows of a batch that were done, or perhaps were; none of a batch that was not sent. */
export function doneRowsOf<What>(
  head: JobHead,
  plan: ImportPlan,
  read: Read<What>,
): (batch: number) => Promise<DoneRow<What>[]> {
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
    const outcomes = new Map(account.rows.map(([index, outcome]) => [index, outcome]));
    const known = new Map(
      account.known.map(([index, id, isFound]) => [index, { ...(id !== '' && { id }), isFound }] as const),
    );
    return [...read(rows, plan, lookedUp)].flatMap((what, index): DoneRow<What>[] => {
      const outcome = outcomes.get(index) ?? 'succeeded';
      if (what === undefined || outcome === 'failed' || outcome === 'cancelled') return [];
      const told = known.get(index) ?? { isFound: false };
      return [{ number: rows[index]?.[0] ?? UNKNOWN_ROW, what, outcome, before: before[index], told }];
    });
  };
}
