import { type ImportPlan, type StoredRow } from '../contract/imports';
import { MAX_ROWS, ROWS_PER_PART } from '../contract/imports';
import type { CheckedFile } from '../domain/file/check/check-file';
import { type BegunJob, packJobs } from '../domain/file/check/pack-jobs';
import { acceptedJson, encodePart } from '../domain/import/part';
import { type JobOfFile, nameOfJob, planOfJob } from '../domain/import/related-plans';
import { distinctName } from '../domain/jobs/name';
import type { RunJobs, Sync } from '../domain/syncs/sync';
import { createJob, uploadPiece } from '../jobs/intake/upload';
import { listNames } from '../jobs/view/read';
import type { Clock } from '../platform/clock';
import { packedStore } from '../platform/packed-file';

type List = 'accepted' | 'left-out';

/**
 * Makes the jobs of the rows of a delivery that are sent, which wait to be started: what they say of organizations, the rows
 * themselves, and what they say of entitlements. `unchanged`: rows that are in order and not sent.
 */
export async function jobsOfChanges(
  sync: Sync,
  { checked, called, unchanged = new Set() }: { checked: CheckedFile; called: string; unchanged?: ReadonlySet<number> },
  clock: Clock,
): Promise<RunJobs> {
  const { plan, file } = checked;
  const { delimiter } = file.facts.reading;
  const made = new Map<JobOfFile, string>();
  let current = '';
  const begin = async ({ job, rows }: BegunJob): Promise<void> => {
    const name = distinctName(nameOfJob(job, called), 'new', await listNames());
    const origin = { syncId: sync.id, ...(job === 'own' && { verified: sync.isVerified }) };
    const request = { name, plan: planOfJob(job, plan, rows.accepted), delimiter, rows };
    current = await createJob(request, sync.owner, clock, origin);
    made.set(job, current);
  };
  const pass = { signal: new AbortController().signal, progress: () => undefined };
  await packJobs(
    checked,
    packedStore,
    begin,
    ({ list, part, pieces }) => uploadPart(current, list, part, pieces),
    pass,
    { unchanged, failing: new Map() },
  );
  return {
    ...{ jobs: [...made.values()], vanishedJob: null },
    organizationsJob: made.get('organizations') ?? null,
    entitlementsJob: made.get('entitlements') ?? null,
  };
}

/** Makes the job of what becomes of the records that have vanished; it runs after that of the changes. */
export async function jobOfVanished(
  sync: Sync,
  plan: ImportPlan,
  cells: readonly string[][],
  clock: Clock,
): Promise<string> {
  const rows = cells.slice(0, MAX_ROWS).map((own, at): StoredRow => [at + 2, own]);
  const counts = { total: rows.length, leftOut: 0, accepted: rows.length };
  const name = distinctName(`${sync.name}: vanished`, 'new', await listNames());
  const jobId = await createJob({ name, plan, delimiter: ',', rows: counts }, sync.owner, clock, { syncId: sync.id });
  for (let part = 0; part * ROWS_PER_PART < rows.length; part += 1) {
    const some = rows.slice(part * ROWS_PER_PART, (part + 1) * ROWS_PER_PART);
    await uploadPart(jobId, 'accepted', part, await encodePart(acceptedJson(some), packedStore.gzip));
  }
  return jobId;
}

/** Uploads a part of a job. */
export async function uploadPart(jobId: string, list: List, part: number, pieces: readonly string[]): Promise<void> {
  for (const [piece, data] of pieces.entries())
    await uploadPiece({ jobId, list, part, piece, pieces: pieces.length, data });
}
