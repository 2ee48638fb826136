import type { ImportPlan, StoredRow } from '../../contract/imports';
import type { Judgement, TaskFailure } from '../../domain/jobs/judge';
import type { SiteApi } from './site-api';

/**
 * What the engine has to know about one kind of job. A new kind is a new file beside this one and a line in the
 * registry; the engine does not change.
 */
export interface JobKind {
  /** Rows of one bulk request. CSM reference, bulk operations. */
  batchSize: number;
  /** The same rows and plan always make the same batch: its body is sent again under the same idempotency key. */
  batch(rows: readonly StoredRow[], plan: ImportPlan): Batch;
}

export interface Batch {
  /** Sends the batch. Returns the id of the task that does it. */
  submit(site: SiteApi, idempotencyKey: string): Promise<string>;
  /** What the failures of the batch's task say about each row. `finished` is false for a task that broke off. */
  judge(failures: readonly TaskFailure[], finished: boolean): Judgement;
  /** Looks on the site for rows of the batch, given by their indexes. One step asks for few. */
  readBack(site: SiteApi, rows: readonly number[]): Promise<ReadBack>;
}

export interface ReadBack {
  /** Those of the rows that the site shows as they were asked for. */
  done: number[];
  /** Those that it does not show (yet). */
  missing: number[];
  /** What kept it from asking for the others; null when there are none. */
  cutShortBy: unknown;
}
