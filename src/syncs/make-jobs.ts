import { type ImportPlan, type StoredRow } from '../contract/imports';
import { MAX_ROWS, ROWS_PER_PART } from '../contract/imports';
import type { CheckedFile } from '../domain/file/check/check-file';
import { packFile } from '../domain/file/check/pack-file';
import { acceptedJson, encodePart } from '../domain/import/part';
import { distinctName } from '../domain/jobs/name';
import type { Sync } from '../domain/syncs/sync';
import { createJob, uploadPiece } from '../jobs/intake/upload';
import { listNames } from '../jobs/view/read';
import type { Clock } from '../platform/clock';
import { packedStore } from '../platform/packed-file';

type List = 'accepted' | 'left-out';

/** Makes the job of the rows of a delivery that are sent, which waits to be started. */
export async function jobOfChanges(sync: Sync, checked: CheckedFile, called: string, clock: Clock): Promise<string> {
  const { plan, summary, file } = checked;
  const rows = { total: summary.rows, leftOut: summary.leftOut, accepted: summary.ready };
  const name = distinctName(called, 'new', await listNames());
  const { delimiter } = file.facts.reading;
  const origin = { syncId: sync.id, verified: sync.isVerified };
  const jobId = await createJob({ name, plan, delimiter, rows }, sync.owner, clock, origin);
  const pass = { signal: new AbortController().signal, progress: () => undefined };
  await packFile(checked, packedStore.gzip, ({ list, part, pieces }) => uploadPart(jobId, list, part, pieces), pass);
  return jobId;
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
