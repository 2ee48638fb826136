import { ROWS_PER_PART, type StoredRow } from '../contract/imports';
import type { CsmClient } from '../csm/client';
import { RefusedFile } from '../domain/file/read/refused';
import { acceptedJson, encodePart } from '../domain/import/part';
import { distinctName } from '../domain/jobs/name';
import { hasRelated } from '../domain/kinds/related';
import { type RunJobs, type Sync, isRetryDue, noJobs, postponed, runWithoutDelivery } from '../domain/syncs/sync';
import { createJob } from '../jobs/intake/upload';
import type { Services } from '../jobs/run/services';
import { headOf } from '../jobs/store/change';
import { readPlan } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import { listNames } from '../jobs/view/read';
import { listResults } from '../jobs/view/results';
import type { Clock } from '../platform/clock';
import { SiteError } from '../platform/http/site-error';
import { packedStore } from '../platform/packed-file';
import { doneBeside, rowsOpenIn } from './applied-by-job';
import { checkAgain } from './check-again';
import { jobsOfChanges, uploadPart } from './make-jobs';
import { changeSync } from './store';

type Retry = NonNullable<Sync['retry']>;

/** What is sent once more: the jobs that were made of it, and the rows of the own one. */
interface Again {
  jobs: RunJobs;
  rows: number;
}

/**
 * Sends the rows of the last run that failed once more, as a run of its own, where that is due. Rows that fail again are sent
 * with the next delivery. Where the import was deleted meanwhile, or the rows no longer fit the site, nothing is sent; where
 * the site gets in the way, they are sent later.
 */
export async function beginRetry(sync: Sync, { clock, site }: Pick<Services, 'clock' | 'site'>): Promise<void> {
  const { retry } = sync;
  if (retry === null) return;
  const found = await sentAgain(sync, retry, site.csm, clock);
  await changeSync(sync.id, (now) => {
    if (now.retry?.job !== retry.job || !isRetryDue(now, clock.now())) return null;
    if (found === 'later') return { ...now, retry: postponed(retry, clock.now()) };
    if (found === null) return { ...now, retry: null };
    const { jobs, rows } = found;
    const counts = { rows, new: 0, changed: rows, unchanged: 0, vanished: 0, joined: 0, leftOut: 0, failed: 0 };
    const run = runWithoutDelivery(now, { counts, jobs, remark: RETRIED }, clock.now());
    return { ...now, retry: null, nextRun: now.nextRun + 1, run: { ...run, isRetry: true } };
  });
}

const RETRIED = 'Rows of the run before that failed were sent once more.';

async function sentAgain(sync: Sync, retry: Retry, csm: CsmClient, clock: Clock): Promise<Again | 'later' | null> {
  try {
    if (hasRelated(sync.mapping.columns)) return await openAgain(sync, retry, csm, clock);
    return await failedAgain(sync, retry.job, clock);
  } catch (error) {
    if (error instanceof JobRefusal || error instanceof RefusedFile) return null;
    if (error instanceof SiteError) return 'later';
    throw error;
  }
}

/** The jobs of rows of which not all is seen done, where columns go to organizations or entitlements; null where none are. */
async function openAgain(sync: Sync, retry: Retry, csm: CsmClient, clock: Clock): Promise<Again | null> {
  const beside = await doneBeside({ organizations: retry.organizationsJob, entitlements: retry.entitlementsJob });
  const checked = await checkAgain(sync, await rowsOpenIn(retry.job, beside), csm);
  const { ready } = checked.summary;
  if (ready === 0) return null;
  return { jobs: await jobsOfChanges(sync, { checked, called: `${sync.name}: again` }, clock), rows: ready };
}

/** The job of the rows of a job that did not succeed; null where there are none, or that job is gone. */
async function failedAgain(sync: Sync, failed: string, clock: Clock): Promise<Again | null> {
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
  return { jobs: { ...noJobs, jobs: [jobId] }, rows: rows.length };
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
