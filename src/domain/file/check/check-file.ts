import type { CheckSummary, ImportSetup } from '../../../contract/file-frame';
import type { ImportPlan } from '../../../contract/imports';
import { Cleaner } from '../../import/clean/cleaner';
import { planFits } from '../../import/plan-size';
import { onlyRemediesAdded } from '../../import/remedies';
import { kindOf } from '../../kinds';
import type { RowEncoder } from '../../kinds/kind';
import type { RowProblem } from '../../kinds/problem';
import type { OpenedFile } from '../read/opened-file';
import { tooManyNames } from '../read/refused';
import { type RowsRead, acceptedRows } from './accepted-rows';
import { type ByteStore, blobStore } from './byte-store';
import {
  type Checking,
  checkerFor,
  correctionsOf,
  countedIn,
  knowsMore,
  laterChecking,
  newChecking,
  planOf,
  refuseSetup,
} from './checking';
import { Corrections } from './corrections';
import { GoingRows } from './going-rows';
import type { ShowRows } from './id-owners';
import { JoinedRows, joinsRows } from './joined-rows';
import { KeptRows } from './kept-rows';
import type { Lookup } from './name-resolver';
import type { RelatedRows } from './related-rows';
import type { RawRow } from './row-check';
import { refuseTooMany } from './row-limit';
import { cleaningOf, rowsOf } from './rows';
import { SummaryBuilder } from './summary';

/** What a check leaves behind for what comes after it. */
export interface CheckedFile extends RowsRead {
  file: OpenedFile;
  plan: ImportPlan;
  summary: CheckSummary;
  /** The problems of a row once more, which is given as it is corrected. */
  problemsOf: (row: RawRow) => readonly RowProblem[];
  /** What the accepted rows say of organizations and entitlements. */
  related: RelatedRows;
  /** Checks the file against another setup, of which it reads anew only what that touches. */
  again: (setup: ImportSetup, pass: PassOptions) => Promise<CheckedFile>;
}

export interface Progress {
  rows: number;
  fraction: number;
}

export interface PassOptions {
  signal: AbortSignal;
  progress: (progress: Progress) => void;
}

/** What is otherwise where no browser holds the file. */
export interface CheckOptions {
  /** Rows that need no check: it is as if the file did not have them. */
  isLeft?: (row: RawRow) => boolean;
  store?: ByteStore;
  /** Names beside IDs that the site is asked for: 50 a call, one call after the other. All where it is not said. */
  mostNames?: number;
  /**
   * Shows who has an ID, where rows give an email address as well. Nobody looks at what a sync finds, and customers change
   * their addresses: there the ID decides.
   */
  show?: ShowRows;
}

/**
 * Reads the whole file against the setup, before anything is sent. Memory does not grow with the rows. Throws
 * {@link RefusedFile} when the file or the setup as a whole cannot be imported, and the signal's reason when stopped.
 */
export async function checkFile(
  file: OpenedFile,
  setup: ImportSetup,
  lookup: Lookup,
  pass: PassOptions,
  { isLeft = () => false, store = blobStore, mostNames, show }: CheckOptions = {},
): Promise<CheckedFile> {
  refuseSetup(file, setup);
  const checking = newChecking({ file, setup, lookup, show, store }, mostNames);
  const cleaner = new Cleaner(cleaningOf(setup));
  const kept = new KeptRows(store);
  const corrections = correctionsOf(setup);
  const summary = new SummaryBuilder();
  const going = new GoingRows(kindOf(setup.kind), setup.columns);
  let check = checkerFor(checking);
  for await (const chunk of file.records()) {
    pass.signal.throwIfAborted();
    const rows = [...rowsOf(chunk, file, cleaner)].filter((row) => !isLeft(row));
    if (await knowsMore(checking, rows)) check = checkerFor(checking);
    for (const row of rows) {
      // Looked at once all others are: a correction that is undone later touches none of them.
      const isLater = corrections.rows.has(row.number);
      const problems = isLater ? [] : check(row);
      summary.add(row.number, problems);
      if (isLater || problems.length > 0) {
        kept.leaveOut(row);
        continue;
      }
      going.add(row);
      checking.ids.add(row.cells);
      if (kept.accept([row.number, row.cells])) await kept.flush();
    }
    refuseTooMany(summary.rows);
    pass.progress({ rows: summary.rows, fraction: chunk.fraction });
  }
  await kept.end();
  const { counts } = cleaner;
  const found = {
    ...summary.build(),
    ...going.build(),
    ...countedIn(checking),
    ...(counts.length > 0 && { cleaned: counts }),
  };
  const first = { kept, rescued: new Set<number>(), corrections: new Corrections(), summary: found, problemsOf: check };
  const isWhole = corrections.rows.size === 0 && !joinsRows(setup);
  return isWhole ? result(checking, first) : recheck({ checking, found: first }, setup, pass);
}

type Found = RowsRead & Pick<CheckedFile, 'summary' | 'problemsOf'>;

/** `first`: how the file was read, and what was found then; every later check adds to that. */
async function result(
  checking: Checking,
  found: Found,
  first: { checking: Checking; found: Found } = { checking, found },
): Promise<CheckedFile> {
  const plan: ImportPlan = {
    ...planOf(checking.setup, checking.names, checking.file),
    ...(checking.owners.hasMore && { comparesIds: true }),
  };
  if (!(await planFits(plan, checking.store.gzip))) throw tooManyNames();
  const { file } = checking;
  return {
    ...{ file, plan, related: checking.related, ...found },
    again: (setup, pass) =>
      onlyRemediesAdded(first.checking.setup, setup) && first.found.kept.areLeftOut(correctionsOf(setup).rows)
        ? recheck(first, setup, pass)
        : checkFile(file, setup, first.checking.lookup, pass, {
            store: checking.store,
            ...(first.checking.show && { show: first.checking.show }),
          }),
  };
}

/**
 * Checks what was left out against remedies that were added since the file was read, and with the cells that are corrected
 * by now: they touch nothing else, as they are for cells with problems.
 */
async function recheck(
  first: { checking: Checking; found: Found },
  setup: ImportSetup,
  pass: PassOptions,
): Promise<CheckedFile> {
  const { checking: base, found } = first;
  const { kept, summary: read } = found;
  refuseSetup(base.file, setup);
  const checking = laterChecking(base, setup, kept.leftOut);
  const summary = new SummaryBuilder();
  const going = new GoingRows(kindOf(setup.kind), setup.columns, read.going);
  const rescued = new Set<number>();
  const corrections = correctionsOf(setup);
  const joined = joinsRows(setup) ? new JoinedRows(setup) : undefined;
  let check = checkerFor(checking);
  for await (const raw of kept.leftOutRows()) {
    const rows = raw.map((row) => corrections.appliedTo(row));
    pass.signal.throwIfAborted();
    if (await knowsMore(checking, rows)) check = checkerFor(checking);
    for (const row of rows) {
      const problems = check(row);
      const same = problems.length === 1 ? problems[0]?.sameAs : undefined;
      if (same !== undefined && joined?.take(same, row) === true) continue;
      summary.add(row.number, problems);
      if (problems.length > 0) continue;
      checking.ids.add(row.cells);
      rescued.add(row.number);
      going.add(row);
    }
  }
  if (joined) {
    const { names, file } = checking;
    const encode = kindOf(setup.kind).encoder(planOf(setup, names, file), names.ambiguous);
    await join(joined, { kept, rescued, corrections }, { check, encode }, summary);
  }
  const { cleaned, rows } = read;
  const now = {
    ...summary.build(rows),
    ...going.build(),
    ...countedIn(checking),
    ...(cleaned && { cleaned }),
  };
  const problemsOf = (row: RawRow): readonly RowProblem[] => {
    const refusal = joined?.refused.get(row.number);
    return refusal === undefined ? check(row) : [refusal];
  };
  const joins = joined && { joined };
  return result(checking, { kept, rescued, corrections, ...joins, summary: now, problemsOf }, first);
}

/** Joins the rows that wait to the earlier ones, for which those are read once more. */
async function join(
  joined: JoinedRows,
  read: RowsRead,
  { check, encode }: { check: CheckedFile['problemsOf']; encode: RowEncoder<object> },
  summary: SummaryBuilder,
): Promise<void> {
  const { firsts } = joined;
  if (firsts.size === 0) return;
  for await (const [number, cells] of acceptedRows(read))
    if (firsts.has(number)) joined.join(number, cells, check, encode);
  for (const [number, problem] of joined.refused) summary.add(number, [problem]);
  summary.addJoined(joined.numbers.size);
}
