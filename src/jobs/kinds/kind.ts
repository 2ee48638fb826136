import type { ImportPlan, StoredRow } from '../../contract/imports';
import { fold } from '../../domain/fold';
import { type Judgement, type TaskFailure, judge } from '../../domain/jobs/judge';
import type { ImportKind, Lack } from '../../domain/kinds/kind';
import { DamagedError } from '../store/damaged';
import type { SiteApi } from './site-api';

/** The half of a kind that talks to the site; the other half, its declaration, is in src/domain/kinds. */
export interface EngineHalf<Operation extends object> {
  /** Sends a batch. Returns the id of the task that does it. */
  submit(site: SiteApi, operations: readonly Operation[], idempotencyKey: string): Promise<string>;
  /** Looks at the site for rows of a batch, given by their indexes; as many as one look may take are few. */
  readBack(site: SiteApi, operations: readonly Operation[], rows: readonly number[]): Promise<ReadBack>;
  /** The parts of an entity that an operation writes, as {@link Lack} names them. */
  parts(operation: Operation): readonly string[];
}

export interface ReadBack {
  /** Those of the rows that the site shows as they were asked for. */
  done: number[];
  /** Those that it does not show (yet). */
  missing: number[];
  /** Those of the missing ones whose entity the site shows, with what it lacks of them. */
  lacking: ReadonlyMap<number, readonly Lack[]>;
  /** What kept it from asking for the others; null when there are none. */
  cutShortBy: unknown;
}

/** A kind as the engine knows it. */
export interface JobKind {
  readonly id: string;
  /** Rows of one bulk request. */
  readonly batchSize: number;
  /** The same rows and plan always make the same batch: its body is sent again under the same idempotency key. */
  batch(rows: readonly StoredRow[], plan: ImportPlan): Batch;
}

export interface Batch {
  /** Sends the batch. Returns the id of the task that does it. */
  submit(site: SiteApi, idempotencyKey: string): Promise<string>;
  /** What the failures of the batch's task say about each row. `finished` is false for a task that broke off. */
  judge(failures: readonly TaskFailure[], finished: boolean): Judgement;
  readBack(site: SiteApi, rows: readonly number[]): Promise<ReadBack>;
  /** The parts of an entity that a row writes. */
  parts(row: number): readonly string[];
}

/** Makes a kind for the engine of its two halves. */
export function jobKind<Operation extends object>(kind: ImportKind<Operation>, half: EngineHalf<Operation>): JobKind {
  return {
    id: kind.id,
    batchSize: kind.rowsPerRequest,
    batch(rows, plan) {
      const encode = kind.encoder(plan);
      const encoded = rows.map(([, cells]) => {
        const row = encode(cells);
        // Every row was encoded when it was uploaded, and neither the cells nor the plan have changed since.
        if (!('identities' in row)) throw new DamagedError('data');
        return { operation: row.operation, keys: row.identities.map(({ value }) => fold(value)) };
      });
      const operations = encoded.map(({ operation }) => operation);
      return {
        submit: (site, idempotencyKey) => half.submit(site, operations, idempotencyKey),
        // A task's failures carry no row number: they are joined to rows by what names the entity.
        judge: (failures, finished) =>
          judge(
            failures,
            encoded.map(({ keys }) => keys),
            finished,
          ),
        readBack: (site, indexes) => half.readBack(site, operations, indexes),
        parts: (row) => {
          const operation = operations[row];
          return operation === undefined ? [] : half.parts(operation);
        },
      };
    },
  };
}
