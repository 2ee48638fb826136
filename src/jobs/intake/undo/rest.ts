import { type ImportPlan, type LeftOutRow, ROWS_PER_PART, type StoredRow } from '../../../contract/imports';
import { undoLists } from '../../../contract/jobs';
import { type JobHead, rowsOfBatch } from '../../../domain/jobs/head';
import { effectsOf } from '../../../domain/undo/effects';
import { planOfList } from '../../../domain/undo/plan-of-list';
import { headOf } from '../../store/change';
import { readAcceptedPart, readLeftOutPart, readPlan, rowReader } from '../../store/ledger';
import type { Undone } from './undone';

/** What is left of a job that was undone before: the rows that the last undo left alone. */
export interface Rest {
  hasRows(batch: number): Promise<boolean>;
  /** What undoes those rows alone. */
  ofRows(undone: Undone): Undone;
  /** That without what earlier undos were to do: whoever has done it again since means it. */
  withoutDone(undone: Undone): Promise<Undone>;
}

/** Null for a job that wasn't undone before: all of it is looked at. @throws JobRefusal NOT_FOUND, DamagedError */
export async function restOf(head: JobHead, plan: ImportPlan, isRest: boolean): Promise<Rest | null> {
  if (!isRest || head.leftAlone === null) return null;
  const numbers = await numbersLeft(head.leftAlone);
  const rowsOf = rowReader(head);
  const isLeft = ([row]: StoredRow | LeftOutRow): boolean => numbers.has(row);
  return {
    hasRows: async (batch) => (await rowsOf(batch * head.batchSize, rowsOfBatch(head, batch))).some(isLeft),
    ofRows: (undone) => {
      const rows = { ...undone, left: undone.left.filter(isLeft) };
      for (const list of undoLists) rows[list] = undone[list].filter(isLeft);
      return rows;
    },
    withoutDone: (undone) => withoutDone(undone, head, plan),
  };
}

/** The numbers of the rows that an undo left alone, which one of its jobs lists. */
async function numbersLeft(jobId: string): Promise<Set<number>> {
  const { parts } = (await headOf(jobId)).value.uploaded.leftOut;
  const numbers = new Set<number>();
  for (let part = 0; part < parts; part += 1) for (const [row] of await readLeftOutPart(jobId, part)) numbers.add(row);
  return numbers;
}

async function withoutDone(undone: Undone, head: JobHead, plan: ImportPlan): Promise<Undone> {
  const rest = { ...undone };
  for (const list of undoLists) {
    const its = undone[list].length === 0 ? null : planOfList(list, plan, []);
    if (its === null) continue;
    const effectsNow = effectsOf(list, its);
    const wanted = new Set(undone[list].flatMap(([, cells]) => effectsNow.of(cells)));
    const done = new Set<string>();
    for await (const [effects, rows] of doneBefore(head, its, list))
      for (const [, cells] of rows) for (const effect of effects.of(cells)) if (wanted.has(effect)) done.add(effect);
    rest[list] = undone[list].map((row) => effectsNow.without(row, done)).filter((row) => row !== null);
  }
  return rest;
}

/** The rows that earlier undos had for one of the lists, part by part. */
async function* doneBefore({ undoneBy }: JobHead, { kind, operation }: ImportPlan, list: (typeof undoLists)[number]) {
  for (const { id } of undoneBy) {
    const undo = (await headOf(id)).value;
    if (undo.kind !== kind || undo.operation !== operation) continue;
    const effects = effectsOf(list, await readPlan(id));
    for (let part = 0; part * ROWS_PER_PART < undo.rows.accepted; part += 1)
      yield [effects, await readAcceptedPart(id, part)] as const;
  }
}
