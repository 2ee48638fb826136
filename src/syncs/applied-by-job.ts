import { kindOf } from '../domain/kinds';
import { UNKNOWN } from '../domain/syncs/applied-records';
import { rowTexts } from '../domain/syncs/row-texts';
import { listResults } from '../jobs/view/results';
import { readPlan } from '../jobs/store/ledger';
import type { AppliedChange } from './applied';
import { rowHasher } from './hashes';

/** What a job has made of the records that a sync knows. */
export interface AppliedByJob {
  /** Rows that were seen done, with what was applied. */
  done: AppliedChange[];
  /** The others: nobody knows what the site has of them. */
  open: AppliedChange[];
}

/**
 * Reads the account of a job: only what its rows were seen to be is applied. `kind` of the job is the one of the sync.
 * @throws JobRefusal NOT_FOUND, DamagedError
 */
export async function appliedByJob(syncId: string, jobId: string): Promise<AppliedByJob> {
  const plan = await readPlan(jobId);
  const textsOf = rowTexts({ ...plan, kind: kindOf(plan.kind).id }, plan.fields);
  const hash = await rowHasher(syncId);
  const found: AppliedByJob = { done: [], open: [] };
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listResults>> = await listResults(jobId, cursor);
    for (const { cells, outcome } of page.rows) {
      if (outcome === 'left out' || cells.length === 0) continue;
      const texts = textsOf(cells);
      const { key, print } = hash(texts);
      if (outcome === 'succeeded') found.done.push({ key, print, label: texts.label });
      else found.open.push({ key, print: UNKNOWN, label: texts.label });
    }
    cursor = page.next;
  } while (cursor !== null);
  return found;
}
