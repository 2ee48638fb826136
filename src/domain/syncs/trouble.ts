import type { SyncCounts } from '../../contract/syncs';
import type { Sync } from './sync';

/** Something that waits for a person. */
export interface Trouble {
  /** The same for as long as it is the same trouble. */
  id: string;
  title: string;
  words: string;
  counts: SyncCounts | null;
}

/** The last run that was meant: a test says nothing of the site. */
export const lastReal = (runs: Sync['runs']) => runs.find(({ outcome }) => outcome !== 'test');

/** What is the matter with a sync; null where nothing is. */
export function troubleOf({ parked, run, runs }: Sync): Trouble | null {
  if (parked !== null)
    return { id: `stopped ${parked.since}`, title: 'the sync has stopped', words: parked.reason, counts: null };
  if (run?.phase === 'approval') {
    const words = 'It would change more than this sync may by itself. Nothing has been sent yet.';
    return { id: `approval ${run.no}`, title: 'a large change waits for approval', words, counts: run.counts };
  }
  const last = lastReal(runs);
  if (run !== null || last === undefined) return null;
  if (last.outcome === 'held')
    return { id: 'held', title: 'a delivery was held', words: last.reason, counts: last.counts };
  const failed = (last.counts?.failed ?? 0) + (last.counts?.leftOut ?? 0);
  if (failed === 0) return null;
  return { id: 'rows', title: 'rows were not applied', words: last.reason, counts: last.counts };
}

/** "New: 3. Changed: 12."; empty where nothing is counted. */
export function countWords(counts: SyncCounts | null): string {
  if (counts === null) return '';
  const parts = [
    ['Rows', counts.rows],
    ['New', counts.new],
    ['Changed', counts.changed],
    ['Unchanged', counts.unchanged],
    ['Not in the export', counts.vanished],
    ['Joined with other rows', counts.joined],
    ['Left out', counts.leftOut],
    ['Failed', counts.failed],
  ] as const;
  return parts
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what}: ${count.toLocaleString('en')}.`)
    .join(' ');
}
