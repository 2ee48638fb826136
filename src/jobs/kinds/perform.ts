import { type Verdict, foundDone, succeeded } from '../../domain/jobs/account';
import type { Judgement } from '../../domain/jobs/judge';
import { inParallel } from '../../platform/in-parallel';
import { SiteError } from '../../platform/http/site-error';
import type { DirectHalf, Performed, ReadBack, Told } from './half';
import type { SiteApi } from './site-api';

/** Single calls at once. Well under the burst limits of Jira Cloud's REST API (50 updates or deletes a second). */
export const CALLS_AT_ONCE = 5;

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
    const before = mayBeDone ? await half.findDone(site, operation) : null;
    if (before !== null) return { ...foundDone, ...before };
    const { refused, ...told } = await half.perform(site, operation, mayBeDone);
    return { ...(refused === null ? succeeded : { outcome: 'partly', reason: refused }), ...told };
  } catch (error) {
    const verdict = verdictOf(error);
    if (verdict === null) throw error;
    // An earlier call may have got through only now: then the site refuses what it has done itself.
    const seen = mayBeDone ? await look(site, half, operation) : null;
    return seen === null ? verdict : { ...foundDone, ...seen };
  }
}

/** A row as the site shows it done. What it refuses to be asked about is not. */
async function look<Operation extends object>(
  site: SiteApi,
  half: DirectHalf<Operation>,
  operation: Operation,
): Promise<Told | null> {
  try {
    return await half.findDone(site, operation);
  } catch (error) {
    if (verdictOf(error) === null) throw error;
    return null;
  }
}

/** The verdict on a row that the site refused; null where it says nothing about the row. */
export function verdictOf(error: unknown): Verdict | null {
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
  const found: ReadBack = { done: [], missing: [], lacking: new Map(), ids: new Map(), cutShortBy: null };
  const ids = new Map<number, string>();
  await inParallel(CALLS_AT_ONCE, rows, async (row) => {
    const operation = operations[row];
    if (operation === undefined) return;
    try {
      const seen = await look(site, half, operation);
      (seen === null ? found.missing : found.done).push(row);
      if (seen?.id !== undefined) ids.set(row, seen.id);
    } catch (error) {
      found.cutShortBy ??= error;
    }
  });
  return { ...found, ids };
}
