import type { Going, ImportPlan, Preview, StoredRow } from '../../contract/imports';
import { type Judgement, type TaskFailure, judge } from '../../domain/jobs/judge';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import { type Before, beforeOf } from '../../domain/jobs/before';
import { guardOf } from '../../domain/kinds/if-unchanged';
import type { ImportKind } from '../../domain/kinds/kind';
import type { Written } from '../../domain/kinds/written';
import { type EncodedRows, encodeRows } from './encode';
import { type Resolved, lookUpRows } from './look-up';
import { performRows, readRowsBack } from './perform';
import { readRowsBefore } from './read-before';
import { type Called, doByCalls, rowsForCalls } from './by-calls';
import type { ByCalls, DirectHalf, Performed, ReadBack } from './half';
import { showEntities } from './on-site/shown';
import type { SiteApi } from './site-api';

/** The half of a kind that talks to the site by bulk requests; the other half, its declaration, is in src/domain/kinds. */
export interface EngineHalf<Operation extends object> {
  /** Sends a batch. Returns the id of the task that does it. */
  submit(site: SiteApi, operations: readonly Operation[], idempotencyKey: string): Promise<string>;
  /** Looks at the site for rows of a batch, given by their indexes; as many as one look may take are few. */
  readBack(site: SiteApi, operations: readonly Operation[], rows: readonly number[]): Promise<ReadBack>;
  /** The parts of an entity that an operation writes, as a lack names them. */
  parts(operation: Operation): readonly string[];
  /** For rows that bulk requests refuse. */
  byCalls?: ByCalls<Operation>;
}

/** A kind as the engine knows it. */
export interface JobKind {
  readonly id: string;
  /** The same rows, plan and look-ups always make the same batch: its body is sent again under the same idempotency key. */
  batch(
    rows: readonly StoredRow[],
    plan: ImportPlan,
    lookedUp: readonly LookedUpRow[] | null,
    before?: readonly Before[] | null,
  ): Batch;
  /** Looks up what rows name by another name than its id. Rejects where the site does not answer. */
  lookUp(site: SiteApi, rows: readonly StoredRow[], plan: ImportPlan): Promise<LookedUpRow[]>;
  /** Looks up whom rows take away, for kinds that do. @throws DamagedError for rows that are not in order */
  preview(site: SiteApi, rows: readonly StoredRow[], plan: ImportPlan): Promise<Preview[]>;
}

export interface Batch {
  /** True where no row is fit to be sent: then each has its verdict already. */
  readonly isEmpty: boolean;
  /** Sends the batch. Returns the id of the task that does it. */
  submit(site: SiteApi, idempotencyKey: string): Promise<string>;
  /** Does the rows without a verdict by single calls. `mayBeDone`: some of them may have been done before. */
  perform(site: SiteApi, known: Judgement, mayBeDone: boolean): Promise<Performed>;
  /** What the failures of the batch's task say about each row. `finished` is false for a task that broke off. */
  judge(failures: readonly TaskFailure[], finished: boolean): Judgement;
  readBack(site: SiteApi, rows: readonly number[]): Promise<ReadBack>;
  /**
   * What the site shows of what some rows change, from one on and up to another; for kinds that can be undone. Rejects where
   * the site does not answer.
   */
  readBefore(site: SiteApi, from: number, to: number): Promise<Before[]>;
  /** What each row writes, for the same kinds; undefined for one that cannot be sent. */
  written(): (Written | undefined)[];
  /** Whether there are refused rows that may go by single calls. */
  hasRowsForCalls(judgement: Judgement): boolean;
  /** Tries those, or only looks for them where nothing may be written, for as long as `mayGoOn` says so. */
  doByCalls(
    site: SiteApi,
    judgement: Judgement,
    known: Judgement,
    mayWrite: boolean,
    mayGoOn: () => boolean,
  ): Promise<Called>;
  /** The parts of an entity that a row writes. */
  parts(row: number): readonly string[];
}

/** The halves of a kind for the engine; each of its routes has one. */
export interface EngineHalves<Operation extends object> {
  bulk?: EngineHalf<Operation>;
  direct?: DirectHalf<Operation>;
}

/** Makes a kind for the engine of its declaration and its halves: the one for bulk requests, or one for each route. */
export function jobKind<Operation extends object>(
  kind: ImportKind<Operation>,
  given: EngineHalf<Operation> | EngineHalves<Operation>,
): JobKind {
  const halves: EngineHalves<Operation> = 'submit' in given ? { bulk: given } : given;
  return {
    id: kind.id,
    batch: (...batch) => batchOf(kind, encodeRows(kind, ...batch), halves),
    async lookUp(site, rows, plan) {
      const found = await lookUpRows(site, kind, rows, plan, halves.direct?.save?.bind(halves.direct));
      return found.map((row, at) => {
        if ('problem' in row) return row;
        const { ids, shown } = row;
        const wanted = guardOf(rows[at]?.[1] ?? [], plan);
        if (wanted !== '' && shown !== undefined && shown.version !== wanted)
          return { problem: `Someone has changed the ${kind.words.one} since the undo was planned.` };
        return { ids, ...(shown && { saved: shown.cells }) };
      });
    },
    async preview(site, rows, plan) {
      const found = await lookUpRows(site, kind, rows, plan, required(halves.direct).preview?.bind(halves.direct));
      return rows.map(([row], at) => previewOf(kind, row, found[at]));
    },
  };
}

function previewOf<Operation extends object>(
  kind: ImportKind<Operation>,
  row: number,
  found: Resolved<Operation, Going> | undefined,
): Preview {
  if (found === undefined || 'problem' in found) return { row, problem: found?.problem ?? '' };
  return { row, id: kind.siteId?.(found.operation) ?? '', going: required(found.shown) };
}

function batchOf<Operation extends object>(
  kind: ImportKind<Operation>,
  { operations, keys, settled }: EncodedRows<Operation>,
  { bulk, direct }: EngineHalves<Operation>,
): Batch {
  // Rows that cannot be sent have left holes.
  const fit = Object.values(operations);
  const written = () =>
    keys.map((_, row): Written | undefined => {
      const operation = operations[row];
      return operation === undefined ? undefined : kind.writes?.(operation);
    });
  const known = (judgement: Judgement): Judgement => judgement.map((verdict, row) => settled.get(row) ?? verdict);
  return {
    isEmpty: fit.length === 0,
    submit: (site, idempotencyKey) => required(bulk).submit(site, fit, idempotencyKey),
    perform: (site, judgement, mayBeDone) =>
      fit.length === 0
        ? Promise.resolve({ judgement, cutShortBy: null })
        : performRows(site, required(direct), operations, judgement, mayBeDone),
    // A task's failures carry no row number: they are joined to rows by what names the entity.
    judge: (failures, finished) => known(judge(failures, keys, finished)),
    async readBack(site, rows) {
      const sent = rows.filter((row) => operations[row] !== undefined);
      const found = await (bulk
        ? bulk.readBack(site, operations, sent)
        : readRowsBack(site, required(direct), operations, sent));
      // A row that writes nothing has nothing to look for.
      return { ...found, done: [...found.done, ...rows.filter((row) => !sent.includes(row))] };
    },
    written,
    readBefore: (site, from, to) =>
      direct?.before === undefined
        ? readBefore(site, kind, written().slice(from, to))
        : readRowsBefore(site, direct.before.bind(direct), operations, from, to),
    hasRowsForCalls: (judgement) =>
      bulk?.byCalls !== undefined && rowsForCalls(bulk.byCalls, operations, judgement).length > 0,
    doByCalls: (site, ...rest) => doByCalls(site, required(bulk?.byCalls), operations, ...rest),
    parts: (row) => {
      const operation = operations[row];
      return operation === undefined || bulk === undefined ? [] : bulk.parts(operation);
    },
  };
}

async function readBefore<Operation extends object>(
  site: SiteApi,
  { entity }: ImportKind<Operation>,
  written: readonly (Written | undefined)[],
): Promise<Before[]> {
  const wanted = written.filter((one) => one !== undefined);
  const shown = await showEntities(
    site,
    entity,
    wanted.map(({ named }) => named),
  );
  const found = new Map(wanted.map((one, at) => [one, beforeOf(one, shown[at] ?? null)]));
  return written.map((one) => (one === undefined ? 'unknown' : (found.get(one) ?? null)));
}

/** @throws Error for what the kind does not declare: no plan can choose it */
function required<Half>(half: Half | undefined): Half {
  if (half === undefined) throw new Error('The kind has no half for this.');
  return half;
}
