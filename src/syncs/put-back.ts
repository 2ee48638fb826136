import type { Touched } from '../contract/syncs';
import type { CsmClient } from '../csm/client';
import type { CheckedFile } from '../domain/file/check/check-file';
import { type EditedList, canPutBackEdits } from '../domain/syncs/look';
import { type RunJobs, type Sync, type SyncRun, runWithoutDelivery } from '../domain/syncs/sync';
import { cancelJob } from '../jobs/intake/lifecycle';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { pack } from '../platform/gzip';
import { readApplied } from './applied';
import { checkAgain } from './check-again';
import { packEdited, readEdited } from './edited';
import { rowHasher } from './hashes';
import { jobsOfChanges } from './make-jobs';
import { changeSync, keys, syncOf } from './store';

/** Records that a look has listed: the run that found them, and the rows; null for all of them. */
export interface Chosen {
  no: number;
  rows: readonly number[] | null;
}

/**
 * Sends what the export says of records that somebody has edited on the site, as a run of its own. What a later delivery has
 * changed is left alone. A person has chosen them: the run waits for no approval.
 * @throws JobRefusal NOT_FOUND; CONFLICT during a run, while the sync is paused, and where none of them is listed any more
 */
export async function putBack(syncId: string, { no, rows }: Chosen, csm: CsmClient, clock: Clock): Promise<Sync> {
  const sync = await syncOf(syncId);
  refuseNow(sync, no);
  const list = await readEdited(sync);
  const asked = rows === null ? null : new Set(rows);
  // What the run itself has sent is listed to be read.
  const mayBe = (isMissing: boolean): boolean =>
    isMissing || (sync.look?.putsBack !== true && canPutBackEdits(sync.mapping));
  const chosen = list.records.filter(({ row, isMissing }) => mayBe(isMissing) && (asked?.has(row) ?? true));
  const checked = await stillApplied(sync, { ...list, records: chosen }, csm);
  if (checked.summary.ready === 0) throw nothingLeft();
  const jobs = await jobsOfChanges(sync, { checked, called: `${sync.name}: put back` }, clock);
  const sent = new Set(chosen.map(({ row }) => row));
  const touched = chosen.map(({ label, isMissing }): Touched => [label, isMissing ? 'new' : 'changed']);
  const left = { ...list, records: list.records.filter(({ row }) => !sent.has(row)) };
  try {
    return await changeSync(
      syncId,
      (now) => {
        refuseNow(now, no);
        // The same edit after this is another one.
        const toldOfEdits = now.toldOfEdits && { ...now.toldOfEdits, no, found: 0 };
        return { ...now, nextRun: now.nextRun + 1, toldOfEdits, run: runOf(now, checked, jobs, clock) };
      },
      new Map([
        [keys.edited(syncId), packEdited(left)],
        [keys.touched(syncId), pack(JSON.stringify(touched))],
      ]),
    );
  } catch (error) {
    for (const jobId of jobs.jobs) await cancelJob(jobId, null, clock);
    throw error;
  }
}

function refuseNow({ run, isPaused, look }: Sync, no: number): void {
  if (run !== null) throw new JobRefusal('CONFLICT', 'A run is on its way.', 'Wait for its end.');
  if (isPaused) throw new JobRefusal('CONFLICT', 'The sync is paused.', 'Resume it first.');
  if (look?.no !== no) throw nothingLeft();
}

const nothingLeft = (): JobRefusal =>
  new JobRefusal('CONFLICT', 'There is nothing left to put back: a later delivery was applied.', 'Reload the page.');

/** Checks what was kept of the rows, without those that a later delivery has changed. */
async function stillApplied(sync: Sync, { headers, records }: EditedList, csm: CsmClient): Promise<CheckedFile> {
  if (records.length === 0) throw nothingLeft();
  const [applied, hash] = [await readApplied(sync.id, sync.applied), await rowHasher(sync.id)];
  const rows = records.map(({ cells }) => cells);
  return checkAgain(sync, { headers, rows }, csm, (texts) => {
    const { key, print } = hash(texts);
    const place = applied.find(key);
    return place >= 0 && applied.printAt(place) === print;
  });
}

function runOf(sync: Sync, { summary }: CheckedFile, jobs: RunJobs, clock: Clock): SyncRun {
  const { rows, ready, leftOut } = summary;
  const counts = { rows, new: 0, changed: ready, unchanged: 0, vanished: 0, joined: 0, leftOut, failed: 0 };
  return runWithoutDelivery(
    sync,
    { counts, jobs, remark: 'What the export says was put back on your site.' },
    clock.now(),
  );
}
