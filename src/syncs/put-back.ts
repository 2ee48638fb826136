import { cleaningFamilies } from '../contract/imports';
import type { Touched } from '../contract/syncs';
import type { CsmClient } from '../csm/client';
import { type CheckedFile, checkFile } from '../domain/file/check/check-file';
import { openFile } from '../domain/file/read/open-file';
import { type EditedList, canPutBackEdits } from '../domain/syncs/look';
import { rowTexts } from '../domain/syncs/row-texts';
import { type RunJobs, type Sync, type SyncRun, runWithoutDelivery } from '../domain/syncs/sync';
import { cancelJob } from '../jobs/intake/lifecycle';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { pack } from '../platform/gzip';
import { packedStore } from '../platform/packed-file';
import { readApplied } from './applied';
import { packEdited, readEdited } from './edited';
import { MOST_NAMES_BESIDE_IDS, lookupAs, setupFor } from './export';
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
  const checked = await checkedAgain(sync, { ...list, records: chosen }, csm);
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

/** Checks what was kept of the rows as a file of its own: fields and names may be others by now. */
async function checkedAgain(sync: Sync, { headers, records }: EditedList, csm: CsmClient): Promise<CheckedFile> {
  if (records.length === 0) throw nothingLeft();
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const text = [headers, ...records.map(({ cells }) => cells)].map(line).join('\n');
  const reading = { encoding: 'utf-8', delimiter: ',' as const, quote: '"' as const, headerRow: 1 };
  const file = await openFile(new Blob([text]), sync.name, reading);
  // The cells were cleaned when the delivery was read.
  const cleaning = cleaningFamilies.map((family) => ({ family, isOn: false }));
  const setup = { ...(await setupFor(sync, file.facts.headers, csm)), cleaning };
  const [applied, hash] = [await readApplied(sync.id, sync.applied), await rowHasher(sync.id)];
  const textsOf = rowTexts(setup, setup.fields);
  const isLeft = ({ cells }: { cells: readonly string[] }): boolean => {
    const { key, print } = hash(textsOf(cells));
    const place = applied.find(key);
    return place < 0 || applied.printAt(place) !== print;
  };
  const pass = { signal: new AbortController().signal, progress: () => undefined };
  return checkFile(file, setup, lookupAs(csm), pass, {
    isLeft,
    store: packedStore,
    mostNames: MOST_NAMES_BESIDE_IDS,
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
