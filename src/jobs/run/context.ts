import type { ImportPlan } from '../../contract/imports';
import type { Before } from '../../domain/jobs/before';
import { type JobHead, ROWS_PER_LOOK_UP, rowsOfBatch } from '../../domain/jobs/head';
import { kindOf } from '../../domain/kinds';
import { dependsOnBefore } from '../../domain/kinds/if-empty';
import { jobKindOf } from '../kinds';
import { SHOWN_PER_FETCH } from '../kinds/on-site/shown';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import type { Batch } from '../kinds/kind';
import { DamagedError } from '../store/damaged';
import { readBefore, readIdsFound, readLookedUp, readPlan, rowReader } from '../store/ledger';
import type { Ids } from './poll-result';
import type { Progress } from './progress';
import type { Services } from './services';

/** Rows read at once while calls fail: each may take one of its own, and one that fails loses what the others have shown. */
const READ_IN_TROUBLE = 5;

type LookUps = Progress['lookUps'];

/** One step of one job: the head that it works on, and what it needs for that. */
export interface StepContext {
  head: JobHead;
  services: Services;
  /** Reads a batch from the ledger and encodes it. @throws DamagedError */
  loadBatch(batch: number): Promise<Batch>;
  /** Looks up what so many accepted rows name, from one on and all of one part. @throws DamagedError, SiteError */
  lookUp(first: number, count: number): Promise<LookedUpRow[]>;
  /**
   * What the site shows of the rows of a batch right now, from one on and some at a time, for a job that keeps it. `lookUps`:
   * those that this step has made. @throws DamagedError, SiteError
   */
  readBefore(batch: number, from: number, lookUps: LookUps): AsyncGenerator<Before[]>;
  /** What earlier steps have read of that, some of the first rows. */
  readKept(batch: number): Promise<Before[]>;
  /** Whether what rows write depends on what was there: then some have their verdict before they are sent. */
  dependsOnBefore(): Promise<boolean>;
  /** Takes the step's only turn to do refused rows by single calls: true for the first batch that asks. */
  takeCalls(): boolean;
  /** The ids of rows of a batch that earlier steps have seen on the site, with those that this one has. */
  idsFound(batch: number, shown: Ids): Promise<Ids>;
}

/** The plan and each part of the rows are read when a batch first needs them, and once. */
export function createContext(head: JobHead, services: Services): StepContext {
  const rows = rowReader(head);
  let plan: Promise<ImportPlan> | undefined;
  let hasCalled = false;
  const load = async (batch: number, lookUps: LookUps, isRead: boolean): Promise<Batch> => {
    plan ??= readPlan(head.id);
    const [first, count] = [batch * head.batchSize, rowsOfBatch(head, batch)];
    const lookedUp = head.lookedUp === null ? null : foundFor(head.id, first, count, lookUps);
    // What keeps nothing has what a row depends on compared when it is looked up.
    const isKept = isRead && kindOf(head.kind).undo !== undefined && dependsOnBefore(await plan);
    const before = isKept ? readBefore(head.id, batch) : null;
    return jobKindOf(head.kind).batch(...(await Promise.all([rows(first, count), plan, lookedUp, before])));
  };
  return {
    head,
    services,
    loadBatch: (batch) => load(batch, new Map(), true),
    async *readBefore(batch, from, lookUps) {
      const loaded = await load(batch, lookUps, false);
      const count = rowsOfBatch(head, batch);
      const atOnce = head.trouble === null ? SHOWN_PER_FETCH : READ_IN_TROUBLE;
      for (let row = from; row < count; row += atOnce)
        yield await loaded.readBefore(services.site, row, Math.min(count, row + atOnce));
    },
    readKept: (batch) => readBefore(head.id, batch),
    async lookUp(first, count) {
      plan ??= readPlan(head.id);
      return jobKindOf(head.kind).lookUp(services.site, ...(await Promise.all([rows(first, count), plan])));
    },
    async dependsOnBefore() {
      if (!head.keepsBefore) return false;
      plan ??= readPlan(head.id);
      return dependsOnBefore(await plan);
    },
    takeCalls() {
      const isFirst = !hasCalled;
      hasCalled = true;
      return isFirst;
    },
    idsFound: async (batch, shown) => new Map([...(await readIdsFound(head.id, batch)), ...shown]),
  };
}

/** What was found for rows: by this step, which has not stored it yet, or by an earlier one. @throws DamagedError */
async function foundFor(jobId: string, first: number, count: number, lookUps: LookUps): Promise<LookedUpRow[]> {
  const last = Math.floor((first + count - 1) / ROWS_PER_LOOK_UP);
  const isNew = [...lookUps.keys()].some((at) => at >= Math.floor(first / ROWS_PER_LOOK_UP) && at <= last);
  if (!isNew) return readLookedUp(jobId, first, count);
  const found: LookedUpRow[] = [];
  for (let row = first; row < first + count; row = first + found.length) {
    const at = Math.floor(row / ROWS_PER_LOOK_UP);
    const rest = Math.min((at + 1) * ROWS_PER_LOOK_UP, first + count) - row;
    const offset = row - at * ROWS_PER_LOOK_UP;
    const some = lookUps.get(at)?.slice(offset, offset + rest) ?? (await readLookedUp(jobId, row, rest));
    if (some.length === 0) throw new DamagedError('look-ups');
    found.push(...some);
  }
  return found;
}
