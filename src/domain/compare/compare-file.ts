import type { Comparison } from '../../contract/file-frame';
import { type ImportPlan, ROWS_PER_SHOWN, type ShownRequest, type StoredRow } from '../../contract/imports';
import { acceptedRows } from '../file/check/accepted-rows';
import { CALLS_AT_ONCE, type ShowRows } from '../file/check/id-owners';
import type { CheckedFile, PassOptions } from '../file/check/check-file';
import { kindOf } from '../kinds';
import { CUSTOMER_TARGETS } from '../kinds/identities/customer';
import { type ComparedRow, type RowToCompare, compareRow, rowToCompare } from './compare-row';

/** Rows that are listed with what changes, and of those that will fail. */
const LISTED = 100;

/** What the rows of a file would do, and which of them need not be sent. */
export interface ComparedFile {
  comparison: Comparison;
  unchanged: ReadonlySet<number>;
  /** Why rows will fail, by their numbers. */
  failing: ReadonlyMap<number, string>;
}

/** Compares the accepted rows of a checked file with what the site shows. */
export async function compareFile(
  checked: CheckedFile,
  show: ShowRows,
  { signal, progress }: PassOptions,
): Promise<ComparedFile> {
  const { plan, summary } = checked;
  const compareRows = rowComparer(plan, show);
  const found = new Found((row) => checked.joined?.joinedTo(row).length ?? 0);
  const changed = new ChangedBefore(plan);
  let done = 0;
  const compare = async (rows: readonly StoredRow[]): Promise<void> => {
    const all = await compareRows(rows);
    signal.throwIfAborted();
    for (const [one, compared] of all) found.add(one, changed.asSent(compared));
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
  const kind = kindOf(plan.kind);
  const encode = kind.encoder(plan);
  const compared = wereApplied && plan.operation === 'CREATE' ? { ...plan, operation: 'UPSERT' } : plan;
  return async (rows) => {
    const all = rows.map(([row, cells]) => rowToCompare(kind, row, encode(cells)));
    const lists = inLists(all.filter(({ written }) => written !== null));
    const shown = await show(lists.map((list) => requestOf(plan.kind, list)));
    const byRow = new Map(
      lists.flatMap((list, at) => list.map(({ row }, index) => [row, shown[at]?.[index]] as const)),
    );
    return all.map((one) => [one, compareRow(one, byRow.get(one.row) ?? null, compared, kind.words.one)] as const);
  };
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

/** What earlier rows change, where rows can name one thing in several ways, which no check of the file can tell. */
class ChangedBefore {
  readonly #ids = new Set<string>();
  readonly #canBe: boolean;

  constructor({ columns }: Pick<ImportPlan, 'columns'>) {
    this.#canBe = columns.filter(({ target }) => naming.includes(target.to)).length > 1;
  }

  /** What a row does once those before it are sent: what the site holds by now is no longer there then. */
  asSent(compared: ComparedRow): ComparedRow {
    if (!this.#canBe) return compared;
    if (compared.is === 'changed') this.#ids.add(compared.id);
    return compared.is === 'unchanged' && this.#ids.has(compared.id) ? { is: 'unknown' } : compared;
  }
}

/** Where columns go that name what a row is about. */
const naming: readonly string[] = [...CUSTOMER_TARGETS, 'name', 'organizationId'];

class Found implements ComparedFile {
  readonly unchanged = new Set<number>();
  readonly failing = new Map<number, string>();
  readonly comparison: Comparison = {
    new: 0,
    changed: 0,
    unchanged: 0,
    failing: 0,
    unknown: 0,
    joinedUnchanged: 0,
    joinedFailing: 0,
    changedRows: [],
    failingRows: [],
  };

  /** `joinedTo`: how many later rows are imported with a row. */
  constructor(private readonly joinedTo: (row: number) => number) {}

  add({ row, written }: RowToCompare, compared: ComparedRow): void {
    const { comparison } = this;
    comparison[compared.is] += 1;
    if (compared.is === 'unchanged') comparison.joinedUnchanged += this.joinedTo(row);
    if (compared.is === 'failing') comparison.joinedFailing += this.joinedTo(row);
    const label = written?.named.externalId ?? written?.named.email ?? written?.named.name ?? written?.named.id ?? '';
    if (compared.is === 'unchanged') this.unchanged.add(row);
    if (compared.is === 'changed' && comparison.changedRows.length < LISTED)
      comparison.changedRows.push({ row, label, differences: compared.differences });
    if (compared.is !== 'failing') return;
    this.failing.set(row, compared.message);
    if (comparison.failingRows.length < LISTED) comparison.failingRows.push({ row, label, message: compared.message });
  }
}
