import { ROWS_PER_SHOWN, type StoredRow } from '../contract/imports';
import { rowComparer } from '../domain/compare/compare-file';
import { acceptedRows } from '../domain/file/check/accepted-rows';
import { type CheckedFile, checkFile } from '../domain/file/check/check-file';
import type { ComparedRow } from '../domain/compare/compare-row';
import type { ShowRows } from '../domain/file/check/id-owners';
import { type AppliedRecords, UNKNOWN } from '../domain/syncs/applied-records';
import { type EditedList, editOf, isFull } from '../domain/syncs/look';
import { labeler } from '../domain/syncs/record-label';
import { type RowTexts, rowTexts } from '../domain/syncs/row-texts';
import { type RunningSync, type StoredLook, type Sync, isAt } from '../domain/syncs/sync';
import { showRows } from '../jobs/kinds/on-site/shown-rows';
import type { Services } from '../jobs/run/services';
import { readSite } from '../jobs/store/ledger';
import { packedStore } from '../platform/packed-file';
import { type AppliedChange, deleteGeneration, readApplied, writeApplied } from './applied';
import { MAX_EDITED_CHARS, packEdited, readEdited } from './edited';
import { MOST_NAMES_BESIDE_IDS, lookupAs, openExport } from './export';
import { type RowHashes, rowHasher, sumOfHashes } from './hashes';
import { type IsShared, readShared } from './shared-records';
import { changeSync, keys } from './store';

/** A step looks for so long, beside reading the file. The trigger of every five minutes asks for the next one. */
const STEP_MS = 4 * 60_000;
/** What a step keeps of its invocation, for the last calls and the commit. */
const RESERVE_MS = 60_000;
/** Rows after which what was found is committed. */
const ROWS_PER_COMMIT = 1_000;
/** A delivery waits no longer for the look: what was not compared by then is told, and not compared. */
const LONGEST_LOOK_MS = 12 * 60 * 60_000;

/**
 * Compares the records that a delivery says again with what the site shows, as far as a step gets. Jobs come first. What
 * differs is listed; where the sync puts it back, it is no longer known to be applied, so that the run sends it as anything
 * that has changed. False where it is a later step's turn. @throws SiteError, RefusedFile
 */
export async function lookOn(sync: RunningSync, services: Services): Promise<boolean> {
  const { clock, site } = services;
  if (sync.look === null || clock.now() - sync.run.startedAt > LONGEST_LOOK_MS) {
    await endLook(sync);
    return true;
  }
  if (await hasJobs()) return false;
  const look = await LookStep.begin(sync, services);
  const until = clock.now() + Math.min(STEP_MS, Math.max(0, services.timeLeft() - RESERVE_MS));
  const show: ShowRows = async ([...requests]) => {
    const shown = [];
    for (const request of requests) shown.push(await showRows(site, request));
    return shown;
  };
  const compareRows = rowComparer(look.checked.plan, show, { wereApplied: true });
  for await (const rows of inLists(look.rows())) {
    for (const [at, [, compared]] of (await compareRows(rows)).entries()) {
      const row = rows[at];
      if (row !== undefined) look.add(row, compared);
    }
    const isOver = clock.now() >= until;
    if (!isOver && look.open < ROWS_PER_COMMIT) continue;
    if (!(await look.commit(false))) return true;
    if (isOver || (await hasJobs())) return false;
  }
  await look.commit(true);
  return true;
}

/** Goes on with a run whose look is given up. */
export async function endLook({ id, run }: RunningSync): Promise<void> {
  await changeSync(id, (now) => (isAt(now, run) ? { ...now, run: { ...run, phase: 'comparing', tries: 0 } } : null));
}

const hasJobs = async (): Promise<boolean> => (await readSite()).value.turn !== null;

async function* inLists(rows: AsyncIterable<StoredRow>): AsyncGenerator<StoredRow[]> {
  let list: StoredRow[] = [];
  for await (const row of rows) {
    list.push(row);
    if (list.length < ROWS_PER_SHOWN) continue;
    yield list;
    list = [];
  }
  if (list.length > 0) yield list;
}

/** What a step knows of a look, and finds out. */
interface LookFacts {
  sync: RunningSync;
  look: StoredLook;
  list: EditedList;
  applied: AppliedRecords;
  checked: CheckedFile;
  textsOf: (cells: readonly string[]) => RowTexts;
  hash: (texts: RowTexts) => RowHashes;
  isShared: IsShared;
}

class LookStep {
  /** Rows that are not committed. */
  open = 0;
  readonly #facts: LookFacts;
  readonly #labelOf: ReturnType<typeof labeler>;
  /** The columns that are imported: the cells of these are kept. */
  readonly #columns: number[];
  #sync: RunningSync;
  #look: StoredLook;
  #list: EditedList;
  #toSend: AppliedChange[] = [];
  #isFull: boolean;

  private constructor(facts: LookFacts) {
    this.#facts = facts;
    ({ sync: this.#sync, look: this.#look, list: this.#list } = facts);
    const { columns } = facts.checked.plan;
    this.#labelOf = labeler(facts.checked.plan);
    this.#columns = [...columns.keys()].filter((at) => columns[at]?.target.to !== 'nothing');
    this.#isFull = isFull(facts.list);
    if (facts.list.headers.length === 0)
      this.#list = { headers: this.#columns.map((at) => columns[at]?.header ?? ''), records: [] };
  }

  /** Reads the delivery for the rows that are left, and whose record has not changed since it was applied. */
  static async begin(sync: RunningSync, { site: { csm } }: Services): Promise<LookStep> {
    const { look, run } = sync;
    if (look === null) throw new Error('There is no look to go on with.');
    const { file, setup } = await openExport(sync, run.delivery, csm);
    const [applied, hash] = [await readApplied(sync.id, sync.applied), await rowHasher(sync.id)];
    const textsOf = rowTexts(setup, setup.fields);
    const isShared = await readShared(file, setup, textsOf);
    const isLeft = ({ number, cells }: { number: number; cells: readonly string[] }): boolean => {
      const texts = textsOf(cells);
      if (isShared(texts)) return false;
      const { key, print } = hash(texts);
      const place = applied.find(key);
      if (place < 0) return true;
      const isSame = applied.printAt(place) === print;
      return applied.see(place, isSame ? 'same' : 'changed') !== null || !isSame || number <= look.row;
    };
    const pass = { signal: new AbortController().signal, progress: () => undefined };
    const mostNames = MOST_NAMES_BESIDE_IDS;
    const checked = await checkFile(file, setup, lookupAs(csm), pass, { isLeft, store: packedStore, mostNames });
    return new LookStep({ sync, look, list: await readEdited(sync), applied, checked, textsOf, hash, isShared });
  }

  /** The rows that are still to be compared: of those that are joined, whether they have changed is known only now. */
  async *rows(): AsyncGenerator<StoredRow> {
    const { checked, look, applied, textsOf, hash, isShared } = this.#facts;
    for await (const row of acceptedRows(checked)) {
      const [number, cells] = row;
      const texts = textsOf(cells);
      if (isShared(texts)) {
        const { key, print } = hash(texts);
        const place = applied.find(key);
        if (number <= look.row || place < 0 || applied.printAt(place) !== print) continue;
      }
      yield row;
    }
  }

  get checked(): CheckedFile {
    return this.#facts.checked;
  }

  add([row, cells]: StoredRow, compared: ComparedRow): void {
    const edit = editOf(compared, this.#sync.ifEmpty);
    const [look, isMissing] = [this.#look, edit !== 'unknown' && edit?.isMissing === true];
    this.open += 1;
    this.#look = {
      ...look,
      row,
      compared: look.compared + 1,
      edited: look.edited + (edit !== null && edit !== 'unknown' && !isMissing ? 1 : 0),
      missing: look.missing + (isMissing ? 1 : 0),
      unknown: look.unknown + (edit === 'unknown' ? 1 : 0),
    };
    if (edit === null || edit === 'unknown') return;
    const { textsOf, hash } = this.#facts;
    const texts = textsOf(cells);
    const { print } = hash({ ...texts, content: JSON.stringify([texts.identity, edit]) });
    this.#look = { ...this.#look, found: sumOfHashes(this.#look.found, print) };
    // Who was deleted on the site is not created again unless a person says so.
    if (look.putsBack && !isMissing)
      this.#toSend.push({ key: hash(texts).key, print: UNKNOWN, label: this.#labelOf(texts.label, cells) });
    if (!this.#isFull)
      this.#list.records.push({ row, label: texts.label, ...edit, cells: this.#columns.map((at) => cells[at] ?? '') });
    this.#isFull ||= isFull(this.#list);
  }

  /** False where the run is no longer the one that was looked for. */
  async commit(isDone: boolean): Promise<boolean> {
    const { id, run } = this.#sync;
    const before = this.#sync.applied;
    const applied = await writeApplied(id, before, this.#facts.applied, this.#toSend);
    const packed = this.#packed();
    const look = { ...this.#look, isDone, listed: this.#list.records.length };
    const next = isDone ? { ...run, phase: 'comparing' as const, tries: 0 } : { ...run, tries: 0 };
    const after: Sync = await changeSync(
      id,
      (now) => (isAt(now, run) && now.look?.no === look.no ? { ...now, look, applied, run: next } : null),
      new Map([[keys.edited(id), packed]]),
    );
    if (after.run?.no !== run.no || after.look?.row !== look.row) return false;
    if (applied.generation !== before.generation) await deleteGeneration(id, before);
    this.#sync = { ...after, run: after.run };
    [this.open, this.#toSend, this.#look] = [0, [], look];
    return true;
  }

  /** The list, without what does not fit any more. */
  #packed(): string {
    for (;;) {
      const packed = packEdited(this.#list);
      if (packed.length <= MAX_EDITED_CHARS) return packed;
      this.#isFull = true;
      const { headers, records } = this.#list;
      this.#list = { headers, records: records.slice(0, Math.floor(records.length * 0.9)) };
    }
  }
}
