import { ROWS_PER_PART, type StoredRow } from '../contract/imports';
import { acceptedJson, encodePart } from '../domain/import/part';
import { distinctName } from '../domain/jobs/name';
import { type Sync, isRetryDue, noJobs, runWithoutDelivery } from '../domain/syncs/sync';
import { createJob } from '../jobs/intake/upload';
import { headOf } from '../jobs/store/change';
import { readPlan } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import { listNames } from '../jobs/view/read';
import { listResults } from '../jobs/view/results';
import type { Clock } from '../platform/clock';
import { packedStore } from '../platform/packed-file';
import { uploadPart } from './make-jobs';
import { changeSync } from './store';

/**
 * Sends the rows of the last run that failed once more, as a run of its own, where that is due. Rows that fail again are sent
 * with the next delivery. Where the import was deleted meanwhile, nothing is sent.
 */
export async function beginRetry(sync: Sync, clock: Clock): Promise<void> {
  const { retry } = sync;
  if (retry === null) return;
  const found = await failedAgain(sync, retry.job, clock);
  await changeSync(sync.id, (now) => {
    if (now.retry?.job !== retry.job || !isRetryDue(now, clock.now())) return null;
    if (found === null) return { ...now, retry: null };
    const counts = {
      rows: found.rows,
      new: 0,
      changed: found.rows,
      unchanged: 0,
      vanished: 0,
      joined: 0,
      leftOut: 0,
      failed: 0,
    };
    const run = runWithoutDelivery(
      now,
      { counts, jobs: { ...noJobs, jobs: [found.jobId] }, remark: RETRIED },
      clock.now(),
    );
    return { ...now, retry: null, nextRun: now.nextRun + 1, run: { ...run, isRetry: true } };
  });
}

const RETRIED = 'Rows of the run before that failed were sent once more.';

/** The job of the rows of a job that did not succeed; null where there are none, or that job is gone. */
async function failedAgain(sync: Sync, failed: string, clock: Clock): Promise<{ jobId: string; rows: number } | null> {
  try {
    const rows = await failedRows(failed);
    if (rows.length === 0) return null;
    const [plan, { value: head }] = [await readPlan(failed), await headOf(failed)];
    const joined = rows.reduce((sum, [, , others = []]) => sum + others.length, 0);
    const counts = { total: rows.length + joined, leftOut: 0, accepted: rows.length, ...(joined > 0 && { joined }) };
    const name = distinctName(`${sync.name}: again`, 'new', await listNames());
    const facts = { name, plan, delimiter: head.delimiter, rows: counts, retryOf: failed };
    const jobId = await createJob(facts, sync.owner, clock, { syncId: sync.id });
    for (let part = 0; part * ROWS_PER_PART < rows.length; part += 1) {
      const some = rows.slice(part * ROWS_PER_PART, (part + 1) * ROWS_PER_PART);
      await uploadPart(jobId, 'accepted', part, await encodePart(acceptedJson(some), packedStore.gzip));
    }
    return { jobId, rows: rows.length };
  } catch (error) {
    if (error instanceof JobRefusal) return null;
    throw error;
  }
}

/** What somebody has cancelled stays so. */
const retried: ReadonlySet<string> = new Set(['failed', 'partly', 'unconfirmed']);

async function failedRows(jobId: string): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  let others: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listResults>> = await listResults(jobId, cursor);
    for (const { row, cells, outcome, isJoined } of page.rows) {
      if (!retried.has(outcome) || cells.length === 0) continue;
      if (isJoined === true) {
        others.push(row);
        continue;
      }
      others = [];
      rows.push([row, [...cells], others]);
    }
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}
