import {
  type ImportPlan,
  ROWS_PER_SHOWN,
  type ShownEntity,
  type ShownRequest,
  type StoredRow,
} from '../../contract/imports';
import { acceptedRows } from '../file/check/accepted-rows';
import { CALLS_AT_ONCE, type ShowRows } from '../file/check/id-owners';
import type { CheckedFile, PassOptions } from '../file/check/check-file';
import { kindOf } from '../kinds';
import { type ComparedRow, type RowToCompare, compareRow, rowToCompare } from './compare-row';
import { ChangedBefore, type ComparedFile, FoundRows } from './found-rows';

/** Compares the accepted rows of a checked file with what the site shows. */
export async function compareFile(
  checked: CheckedFile,
  show: ShowRows,
  { signal, progress }: PassOptions,
): Promise<ComparedFile> {
  const { plan, summary } = checked;
  const compareRows = rowComparer(plan, show);
  const found = new FoundRows((row) => checked.joined?.joinedTo(row).length ?? 0);
  const changed = new ChangedBefore(plan);
  let done = 0;
  const compare = async (rows: readonly StoredRow[]): Promise<void> => {
    const all = await compareRows(rows);
    signal.throwIfAborted();
    for (const [one, compared] of all) found.add(one, changed.asSent(one, compared));
    done += rows.length;
    progress({ rows: done, fraction: done / Math.max(1, summary.ready) });
  };
  let open: StoredRow[] = [];
  for await (const row of acceptedRows(checked)) {
    open.push(row);
    if (open.length < CALLS_AT_ONCE * ROWS_PER_SHOWN) continue;
    await compare(open);
    open = [];
  }
  if (open.length > 0) await compare(open);
  return found;
}

/**
 * Makes what compares rows of a plan with what the site shows, in the order in which they are given. `wereApplied`: what they
 * create is there by now.
 */
export function rowComparer(
  plan: ImportPlan,
  show: ShowRows,
  { wereApplied = false } = {},
): (rows: readonly StoredRow[]) => Promise<(readonly [RowToCompare, ComparedRow])[]> {
  const read = rowReader(plan);
  const creates = plan.operation === 'CREATE' || plan.operation === 'GRANT';
  const compared = wereApplied && creates ? { ...plan, operation: 'UPSERT' } : plan;
  return async (rows) => compareWithSite(compared, rows.map(read), show);
}

/** Makes what tells of rows of a plan what they are compared by. */
export function rowReader(plan: ImportPlan): (row: StoredRow) => RowToCompare {
  const kind = kindOf(plan.kind);
  const encode = kind.encoder(plan);
  return ([row, cells]) => rowToCompare(kind, row, encode(cells));
}

/** What rows would do by what the site shows, as many calls at once as it bears. */
export async function compareWithSite(
  plan: ImportPlan,
  rows: readonly RowToCompare[],
  show: ShowRows,
): Promise<(readonly [RowToCompare, ComparedRow])[]> {
  const { one: word } = kindOf(plan.kind).words;
  const lists = inLists(rows.filter(({ written }) => written !== null));
  const byRow = new Map<number, ShownEntity>();
  for (let from = 0; from < lists.length; from += CALLS_AT_ONCE) {
    const some = lists.slice(from, from + CALLS_AT_ONCE);
    const shown = await show(some.map((list) => requestOf(plan.kind, list)));
    for (const [at, list] of some.entries())
      for (const [index, { row }] of list.entries()) byRow.set(row, shown[at]?.[index] ?? null);
  }
  return rows.map((one) => [one, compareRow(one, byRow.get(one.row) ?? null, plan, word)] as const);
}

function inLists(rows: readonly RowToCompare[]): RowToCompare[][] {
  const lists: RowToCompare[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_SHOWN) lists.push(rows.slice(from, from + ROWS_PER_SHOWN));
  return lists;
}

const requestOf = (kind: string, rows: readonly RowToCompare[]): ShownRequest => ({
  kind,
  fields: [...new Set(rows.flatMap(({ written }) => written?.changes.map(({ field }) => field) ?? []))],
  rows: rows.map(({ written }) => ({ named: written?.named ?? {}, joins: [...(written?.joins ?? [])] })),
});
