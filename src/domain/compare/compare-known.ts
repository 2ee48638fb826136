import type { ImportPlan, StoredRow } from '../../contract/imports';
import { acceptedRows } from '../file/check/accepted-rows';
import type { CheckedFile, PassOptions } from '../file/check/check-file';
import type { ShowRows } from '../file/check/id-owners';
import type { ByteMapper } from '../import/part';
import { kindOf } from '../kinds';
import { compareWithSite, rowReader } from './compare-file';
import { type RowToCompare, compareRow } from './compare-row';
import { ChangedBefore, type ComparedFile, type FoundRow, FoundRows } from './found-rows';
import { knownEntity } from './known-entity';
import { type AskRecords, KnownRecords } from './known-records';

/** Rows for which the directory is read once. What is known of them is held at the same time. */
const ROWS_AT_ONCE = 100_000;
/** Rows after which it is told how far the comparison is, and those of which the directory doesn't tell are read. */
const ROWS_PER_LIST = 2_500;

/** What a comparison with the directory works with. */
export interface KnownOptions {
  ask: AskRecords;
  gunzip: ByteMapper;
  /** Shows of the site what the directory doesn't tell of; without it, those rows are told as unread. */
  show?: ShowRows | undefined;
}

/**
 * Compares the accepted rows of a checked file with what the directory knows of the site. It says of a row that it is new,
 * that it changes something or that it doesn't; a row that wouldn't fit is unread, as what keeps rows back has to be seen on
 * the site.
 */
export async function compareKnown(
  checked: CheckedFile,
  { ask, gunzip, show }: KnownOptions,
  { signal, progress }: PassOptions,
): Promise<ComparedFile> {
  const { plan, summary } = checked;
  const entity = knownEntity(kindOf(plan.kind));
  if (entity === null) throw new Error(`The directory has no records of ${plan.kind}.`);
  const read = rowReader(plan);
  const found = new FoundRows((row) => checked.joined?.joinedTo(row).length ?? 0);
  const changed = new ChangedBefore(plan);
  const [ahead, behind] = [acceptedRows(checked), acceptedRows(checked)];
  for (let done = 0; done < summary.ready; done += ROWS_AT_ONCE) {
    const many = Math.min(ROWS_AT_ONCE, summary.ready - done);
    const tell = (rows: number, fraction: number): void =>
      progress({ rows: done + rows, fraction: (done + many * fraction) / summary.ready });
    const known = new KnownRecords(entity, plan, gunzip);
    for await (const rows of lists(ahead, many)) {
      signal.throwIfAborted();
      for (const { written } of rows.map(read)) if (written !== null) known.want(written);
    }
    await known.read(ask, (fraction) => tell(0, fraction / 2));
    found.comparison.asOf = Math.min(found.comparison.asOf ?? Infinity, known.asOf ?? Infinity);
    let compared = 0;
    for await (const rows of lists(behind, many)) {
      signal.throwIfAborted();
      const all = rows.map(read).map((one) => [one, byDirectory(plan, one, known)] as const);
      const bySite = await readUnread(plan, all, show);
      for (const [one, is] of all) found.add(one, changed.asSent(one, bySite?.get(one) ?? is));
      if (bySite !== null) found.comparison.reread = (found.comparison.reread ?? 0) + bySite.size;
      compared += rows.length;
      tell(compared, (1 + compared / many) / 2);
    }
  }
  return found;
}

/** The next rows, as lists. */
async function* lists(rows: AsyncGenerator<StoredRow>, many: number): AsyncGenerator<StoredRow[]> {
  for (let left = many; left > 0;) {
    const list: StoredRow[] = [];
    while (list.length < Math.min(left, ROWS_PER_LIST)) {
      const next = await rows.next();
      if (next.done === true) break;
      list.push(next.value);
    }
    if (list.length === 0) return;
    left -= list.length;
    yield list;
  }
}

/** What rows would do of which the directory doesn't tell; null where nobody is asked. */
async function readUnread(
  plan: ImportPlan,
  all: readonly (readonly [RowToCompare, FoundRow])[],
  show: ShowRows | undefined,
): Promise<ReadonlyMap<RowToCompare, FoundRow> | null> {
  if (show === undefined) return null;
  const unread = all.flatMap(([one, { is }]) => (is === 'unread' ? [one] : []));
  return new Map(await compareWithSite(plan, unread, show));
}

function byDirectory(plan: ImportPlan, one: RowToCompare, known: KnownRecords): FoundRow {
  const shown = one.written === null ? null : known.show(one.written);
  if (shown === 'unread') return { is: 'unread' };
  const compared = compareRow(one, shown, plan, kindOf(plan.kind).words.one);
  return compared.is === 'failing' ? { is: 'unread' } : compared;
}
