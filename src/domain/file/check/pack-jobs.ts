import { type JobOfFile, jobsOfFile } from '../../import/related-plans';
import type { ByteStore } from './byte-store';
import type { CheckedFile, PassOptions } from './check-file';
import { type NotSent, type Upload, packFile } from './pack-file';
import { relatedRows } from './related-parts';

/** A job that is about to be handed over, with the rows that it gets. */
export interface BegunJob {
  job: JobOfFile;
  rows: { total: number; leftOut: number; accepted: number };
}

/**
 * Hands the rows of a checked file to several jobs, one after the other: values of organizations, the file's own rows,
 * entitlements with values. `begin` is called before the parts of each; a job without rows is left away.
 * @param notSent what a comparison keeps back of the file's own rows, and those of entitlements that would fail as well
 */
export async function packJobs(
  checked: CheckedFile,
  store: ByteStore,
  begin: (job: BegunJob) => Promise<void>,
  upload: Upload,
  pass: PassOptions,
  notSent?: NotSent,
): Promise<void> {
  const { ready, leftOut } = checked.summary;
  const [unchanged, failing] = [notSent?.unchanged.size ?? 0, notSent?.failing.size ?? 0];
  for (const job of jobsOfFile) {
    if (job === 'own') {
      const accepted = ready - unchanged - failing;
      if (accepted === 0) continue;
      await begin({ job, rows: { total: ready + leftOut - unchanged, leftOut: leftOut + failing, accepted } });
      await packFile(checked, store.gzip, upload, pass, notSent);
      continue;
    }
    const packed = await relatedRows(job, checked, store, pass, (row) => notSent?.failing.has(row) !== true);
    if (packed.rows === 0) continue;
    await begin({ job, rows: { total: packed.rows, leftOut: 0, accepted: packed.rows } });
    let part = 0;
    for await (const pieces of packed.kept.parts()) {
      await upload({ list: 'accepted', part, pieces });
      part += 1;
    }
  }
}
