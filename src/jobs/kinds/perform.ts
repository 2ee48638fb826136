import { type Verdict, succeeded } from '../../domain/jobs/account';
import type { Judgement } from '../../domain/jobs/judge';
import { inParallel } from '../../platform/in-parallel';
import { SiteError } from '../../platform/http/site-error';
import type { DirectHalf, Performed, ReadBack } from './half';
import type { SiteApi } from './site-api';

/** Single calls at once. Well under the burst limits of Jira Cloud's REST API (50 updates or deletes a second). */
const CALLS_AT_ONCE = 5;

/**
 * Does the rows of a batch that have no verdict yet, each by its own calls. A row that the site refuses has failed; where
 * the site is out of reach or asks to slow down, no further row is begun, and those without a verdict are left to the
 * next try. `mayBeDone`: an earlier try may have done some of them, so the site is asked before anything is repeated.
 */
export async function performRows<Operation extends object>(
  site: SiteApi,
  half: DirectHalf<Operation>,
  operations: readonly Operation[],
  known: Judgement,
  mayBeDone: boolean,
): Promise<Performed> {
  const judgement = [...known];
  let cutShortBy: unknown = null;
  const open = judgement.flatMap((verdict, row) => (verdict === null ? [row] : []));
  await inParallel(CALLS_AT_ONCE, open, async (row) => {
    const operation = operations[row];
    if (operation === undefined || cutShortBy !== null) return;
    try {
      judgement[row] = await performRow(site, half, operation, mayBeDone);
    } catch (error) {
      cutShortBy ??= error;
    }
  });
  return { judgement, cutShortBy };
}

async function performRow<Operation extends object>(
  site: SiteApi,
  half: DirectHalf<Operation>,
  operation: Operation,
  mayBeDone: boolean,
): Promise<Verdict> {
  try {
    if (mayBeDone && (await half.isDone(site, operation))) return succeeded;
    const refused = await half.perform(site, operation, mayBeDone);
    return refused === null ? succeeded : { outcome: 'partly', reason: refused };
  } catch (error) {
    const verdict = verdictOf(error);
    if (verdict === null) throw error;
    // An earlier call may have got through only now: then the site refuses what it has done itself.
    return mayBeDone && (await isSeen(site, half, operation)) ? succeeded : verdict;
  }
}

/** Whether the site shows a row as done. What it refuses to be asked about is not. */
async function isSeen<Operation extends object>(
  site: SiteApi,
  half: DirectHalf<Operation>,
  operation: Operation,
): Promise<boolean> {
  try {
    return await half.isDone(site, operation);
  } catch (error) {
    if (verdictOf(error) === null) throw error;
    return false;
  }
}

/** The verdict on a row that the site refused; null where it says nothing about the row. */
function verdictOf(error: unknown): Verdict | null {
  if (error instanceof RefusedRow) return { outcome: 'failed', reason: error.message };
  if (!(error instanceof SiteError)) return null;
  switch (error.kind) {
    case 'forbidden':
      return { outcome: 'failed', reason: wordsOf(error), forbidden: true };
    case 'bad-request':
    case 'not-found':
    case 'precondition':
      return { outcome: 'failed', reason: wordsOf(error) };
    default:
      return null;
  }
}

/** Why the app itself does not do a row. */
export class RefusedRow extends Error {
  override readonly name = 'RefusedRow';
}

/** What the site said of what it refused. */
export const wordsOf = ({ serverMessages, status }: SiteError): string =>
  serverMessages.length > 0 ? serverMessages.join(' ') : `Your site responded with status ${status}.`;

/** Looks on the site for rows that may have been done. */
export async function readRowsBack<Operation extends object>(
  site: SiteApi,
  half: DirectHalf<Operation>,
  operations: readonly Operation[],
  rows: readonly number[],
): Promise<ReadBack> {
  const found: ReadBack = { done: [], missing: [], lacking: new Map(), cutShortBy: null };
  await inParallel(CALLS_AT_ONCE, rows, async (row) => {
    const operation = operations[row];
    if (operation === undefined) return;
    try {
      ((await isSeen(site, half, operation)) ? found.done : found.missing).push(row);
    } catch (error) {
      found.cutShortBy ??= error;
    }
  });
  return found;
}
