import type { StoredRow } from '../../contract/imports';
import { UNKNOWN_ROW, type SavedRow } from '../../contract/jobs';
import type { BatchRecord } from '../../domain/jobs/account';
import { type JobHead, ROWS_PER_LOOK_UP, hasEnded } from '../../domain/jobs/head';
import { headOf } from '../store/change';
import { readBatches, readLookedUp, rowReader } from '../store/ledger';
import { JobRefusal } from '../store/refusal';
import { PageOfRows, whereReadable } from './pages';
import { NEVER_SENT } from './reasons';

/** Look-ups of one page at the most: 500 rows. */
const LOOK_UPS_PER_PAGE = 25;

type RowsOf = (first: number, count: number) => Promise<StoredRow[]>;

/**
 * What a job saved before it took things away, in the order of the file, page by page. Rows whose entity stays are left
 * out: importing those again would write old values over newer ones. The cursor is the number of a look-up.
 * @throws JobRefusal NOT_FOUND, INVALID
 */
export async function listSaved(jobId: string, cursor: string | null) {
  const { value: head } = await headOf(jobId);
  const end = Math.ceil((head.lookedUp ?? 0) / ROWS_PER_LOOK_UP);
  const page = new PageOfRows<SavedRow>();
  const rowsOf = rowReader(head);
  const from = parseCursor(cursor ?? '0');
  let at = from;
  for (; at < end && at < from + LOOK_UPS_PER_PAGE && !page.isFull; at += 1)
    for (const row of await savedIn(head, at, rowsOf)) page.add(row);
  return { delimiter: head.delimiter, rows: page.rows, next: at < end ? String(at) : null };
}

function parseCursor(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw new JobRefusal('INVALID', 'The place to continue from isn’t in this list.');
  return Number(cursor);
}

/** The rows of one look-up that have a record. */
async function savedIn(head: JobHead, lookUp: number, rowsOf: RowsOf): Promise<SavedRow[]> {
  const first = lookUp * ROWS_PER_LOOK_UP;
  const count = Math.min(ROWS_PER_LOOK_UP, head.rows.accepted - first);
  const [lookedUp, rows, accounts] = await Promise.all([
    whereReadable(readLookedUp(head.id, first, count)),
    whereReadable(rowsOf(first, count)),
    accountsOf(head, first, count),
  ]);
  return (lookedUp ?? []).flatMap((found, index): SavedRow[] => {
    if (!('saved' in found) || found.saved === undefined) return [];
    const what = whatBecame(head, accounts, first + index);
    const stays = what.outcome === 'failed' || what.outcome === 'cancelled';
    return stays ? [] : [{ row: rows?.[index]?.[0] ?? UNKNOWN_ROW, ...what, saved: found.saved }];
  });
}

function accountsOf({ id, batchSize, next }: JobHead, first: number, count: number): Promise<Map<number, BatchRecord>> {
  const from = Math.floor(first / batchSize);
  const to = Math.floor((first + count - 1) / batchSize);
  const batches = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return readBatches(
    id,
    batches.filter((batch) => batch < next),
  );
}

function whatBecame(
  head: JobHead,
  accounts: ReadonlyMap<number, BatchRecord>,
  row: number,
): Pick<SavedRow, 'outcome' | 'reason'> {
  const account = accounts.get(Math.floor(row / head.batchSize));
  if (account === undefined)
    return hasEnded(head) ? { outcome: 'cancelled', reason: NEVER_SENT } : { outcome: 'waiting', reason: '' };
  const [, outcome, reason] = account.rows.find(([index]) => index === row % head.batchSize) ?? [0, 'succeeded', ''];
  return { outcome, reason };
}
