import { ROWS_PER_PART, type StoredRow } from '../../../src/contract/imports';
import { type RetriedOutcome, UNKNOWN_ROW } from '../../../src/contract/jobs';
import type { ResponseOf } from '../../../src/contract/resolvers';
import { acceptedJson, encodePart } from '../../../src/domain/import/part';
import { callAgain } from './site';
import { gzip } from '../../../src/domain/file/check/gzip';

interface PackedRows {
  /** The pieces of each part. */
  parts: string[][];
  rows: number;
}

/**
 * The rows of a job with these outcomes, packed for another job. They are packed as they come: a million rows fit the
 * memory of a browser so. A row that can no longer be read is left behind. `progress` hears how many rows were packed.
 */
export async function packRetry(
  jobId: string,
  outcomes: readonly RetriedOutcome[],
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<PackedRows> {
  const wanted: ReadonlySet<string> = new Set(outcomes);
  const packed: PackedRows = { parts: [], rows: 0 };
  let open: StoredRow[] = [];
  const close = async (): Promise<void> => {
    if (open.length === 0) return;
    packed.parts.push(await encodePart(acceptedJson(open), gzip));
    packed.rows += open.length;
    open = [];
    progress(packed.rows);
  };
  let cursor: string | null = null;
  do {
    const page: ResponseOf<'jobs.unsuccessful'> = await callAgain('jobs.unsuccessful', { jobId, cursor }, signal);
    for (const { row, cells, outcome } of page.rows) {
      if (!wanted.has(outcome) || row === UNKNOWN_ROW) continue;
      open.push([row, cells]);
      if (open.length === ROWS_PER_PART) await close();
    }
    cursor = page.next;
  } while (cursor !== null);
  await close();
  return packed;
}
