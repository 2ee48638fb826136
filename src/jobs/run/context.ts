import type { ImportPlan } from '../../contract/imports';
import type { JobHead } from '../../domain/jobs/head';
import { jobKindOf } from '../kinds';
import type { Batch } from '../kinds/kind';
import { readPlan, rowReader } from '../store/ledger';
import type { Services } from './services';

/** One step of one job: the head that it works on, and what it needs for that. */
export interface StepContext {
  head: JobHead;
  services: Services;
  /** Reads a batch from the ledger and encodes it. @throws DamagedError */
  loadBatch(batch: number): Promise<Batch>;
}

/** The plan and each part of the rows are read when a batch first needs them, and once. */
export function createContext(head: JobHead, services: Services): StepContext {
  const rows = rowReader(head);
  let plan: Promise<ImportPlan> | undefined;
  return {
    head,
    services,
    async loadBatch(batch) {
      plan ??= readPlan(head.id);
      return jobKindOf(head.kind).batch(...(await Promise.all([rows(batch), plan])));
    },
  };
}
