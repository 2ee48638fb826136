import type { ImportPlan } from '../../contract/imports';
import { type JobHead, rowsOfBatch } from '../../domain/jobs/head';
import { jobKindOf } from '../kinds';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import type { Batch } from '../kinds/kind';
import { readIdsFound, readLookedUp, readPlan, rowReader } from '../store/ledger';
import type { Ids } from './poll-result';
import type { Services } from './services';

/** One step of one job: the head that it works on, and what it needs for that. */
export interface StepContext {
  head: JobHead;
  services: Services;
  /** Reads a batch from the ledger and encodes it. @throws DamagedError */
  loadBatch(batch: number): Promise<Batch>;
  /** Looks up what so many accepted rows name, from one on and all of one part. @throws DamagedError, SiteError */
  lookUp(first: number, count: number): Promise<LookedUpRow[]>;
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
  return {
    head,
    services,
    async loadBatch(batch) {
      plan ??= readPlan(head.id);
      const [first, count] = [batch * head.batchSize, rowsOfBatch(head, batch)];
      const lookedUp = head.lookedUp === null ? null : readLookedUp(head.id, first, count);
      return jobKindOf(head.kind).batch(...(await Promise.all([rows(first, count), plan, lookedUp])));
    },
    async lookUp(first, count) {
      plan ??= readPlan(head.id);
      return jobKindOf(head.kind).lookUp(services.site, ...(await Promise.all([rows(first, count), plan])));
    },
    takeCalls() {
      const isFirst = !hasCalled;
      hasCalled = true;
      return isFirst;
    },
    idsFound: async (batch, shown) => new Map([...(await readIdsFound(head.id, batch)), ...shown]),
  };
}
