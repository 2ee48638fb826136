import type { RequestOf } from '../../../contract/resolvers';
import { type JobOfFile, jobsOfFile } from '../../import/related-plans';
import type { ByteStore } from './byte-store';
import type { CheckedFile, PassOptions } from './check-file';
import { type NotSent, type Upload, allSent, packFile } from './pack-file';
import { relatedRows } from './related-parts';

/** A job that is about to be handed over, with the rows that it gets. */
export interface BegunJob {
  job: JobOfFile;
  rows: RequestOf<'jobs.create'>['rows'];
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
  for (const job of jobsOfFile) {
    if (job === 'own') {
      const rows = ownRows(checked, notSent);
      if (rows.accepted === 0) continue;
      await begin({ job, rows });
      await packFile(checked, store.gzip, upload, pass, notSent);
      continue;
    }
    if (checked.summary.related === undefined) continue;
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

/** How many of the file's own rows are what. Rows that are joined share what becomes of the row that they are joined with. */
function ownRows({ summary, joined }: CheckedFile, notSent: NotSent = allSent): BegunJob['rows'] {
  const joinedTo = (rows: Iterable<number>): number =>
    [...rows].reduce((sum, row) => sum + (joined?.joinedTo(row).length ?? 0), 0);
  const { unchanged, failing } = notSent;
  const failed = joinedTo(failing.keys());
  const accepted = summary.ready - unchanged.size - failing.size;
  const leftOut = summary.leftOut + failing.size + failed;
  const withOthers = (summary.joined ?? 0) - joinedTo(unchanged) - failed;
  const total = accepted + leftOut + withOthers;
  const { heaviest } = summary;
  return {
    ...{ total, leftOut, accepted },
    ...(withOthers > 0 && { joined: withOthers }),
    ...(heaviest !== undefined && { heaviest }),
  };
}
