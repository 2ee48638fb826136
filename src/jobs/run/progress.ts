import { type BatchRecord, countIn } from '../../domain/jobs/account';
import type { Before } from '../../domain/jobs/before';
import type { JobHead } from '../../domain/jobs/head';
import type { LookedUpRow } from '../../domain/jobs/looked-up';

/** What a step has found out and not committed yet. */
export interface Progress {
  head: JobHead;
  /** The accounts of the batches that it settled. */
  records: ReadonlyMap<number, BatchRecord>;
  /** What it has looked up, by the number of the look-up. */
  lookUps: ReadonlyMap<number, LookedUpRow[]>;
  /** The ids of rows that it has seen on the site, of batches that are not settled yet. */
  idsFound: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** What was there before the rows of batches that are about to be sent. */
  befores: ReadonlyMap<number, Before[]>;
}

export const noProgress = (head: JobHead): Progress => ({
  head,
  records: new Map(),
  lookUps: new Map(),
  idsFound: new Map(),
  befores: new Map(),
});

/** Counts a settled batch in, and keeps its account for the commit. */
export const settle = (progress: Progress, batch: number, record: BatchRecord): Progress => {
  const { head, records } = progress;
  const partial = head.partial?.batch === batch ? null : head.partial;
  return {
    ...progress,
    head: { ...countIn(head, batch, record), partial },
    records: new Map(records).set(batch, record),
  };
};
