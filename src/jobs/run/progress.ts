import { type BatchRecord, countIn } from '../../domain/jobs/account';
import type { JobHead } from '../../domain/jobs/head';

/** What a step has found out and not committed yet: the head, and the accounts of the batches that it settled. */
export interface Progress {
  head: JobHead;
  records: ReadonlyMap<number, BatchRecord>;
}

export const noProgress = (head: JobHead): Progress => ({ head, records: new Map() });

/** Counts a settled batch in, and keeps its account for the commit. */
export const settle = ({ head, records }: Progress, batch: number, record: BatchRecord): Progress => ({
  head: countIn(head, batch, record),
  records: new Map(records).set(batch, record),
});
