import { type Verdict, succeeded } from '../../domain/jobs/account';
import type { Judgement } from '../../domain/jobs/judge';
import { inParallel } from '../../platform/in-parallel';
import type { ByCalls } from './half';
import { CALLS_AT_ONCE, verdictOf } from './perform';
import type { SiteApi } from './site-api';

/** What became of a batch whose refused rows were tried by single calls. */
export interface Called {
  judgement: Judgement;
  /** The rows that were tried, now or by an earlier step. */
  tried: ReadonlySet<number>;
  /** False where the time was over before all of them were tried. */
  isWhole: boolean;
  /** What kept it from going on; null where nothing did. */
  cutShortBy: unknown;
}

/** The rows of a batch that were refused and may go by single calls. */
export const rowsForCalls = <Operation extends object>(
  { mayHelp }: Pick<ByCalls<Operation>, 'mayHelp'>,
  operations: readonly Operation[],
  judgement: Judgement,
): number[] =>
  judgement.flatMap((verdict, row) => {
    const operation = operations[row];
    const isOne = verdict?.outcome === 'failed' && operation !== undefined && mayHelp(operation, verdict.reason);
    return isOne ? [row] : [];
  });

const STOPPED: Verdict = {
  outcome: 'unconfirmed',
  reason: 'The import was stopped while the row was being updated by single calls. A part of it may be done.',
};

/**
 * Does refused rows by single calls for as long as `mayGoOn` says so, or looks what an earlier step has done of them: one row
 * at least, so that every step gets further. `known`: the verdicts of rows that were tried before. A row that single calls
 * refuse, too, has their words.
 */
export async function doByCalls<Operation extends object>(
  site: SiteApi,
  half: ByCalls<Operation>,
  operations: readonly Operation[],
  judgement: Judgement,
  known: Judgement,
  mayWrite: boolean,
  mayGoOn: () => boolean,
): Promise<Called> {
  const after = judgement.map((verdict, row) => known[row] ?? verdict);
  const tried = new Set(known.flatMap((verdict, row) => (verdict === null ? [] : [row])));
  const open = rowsForCalls(half, operations, judgement).filter((row) => !tried.has(row));
  let [isWhole, cutShortBy]: [boolean, unknown] = [true, null];
  await inParallel(CALLS_AT_ONCE, open, async (row) => {
    const operation = operations[row];
    if (operation === undefined || cutShortBy !== null) return;
    if (row !== open[0] && !mayGoOn()) {
      isWhole = false;
      return;
    }
    try {
      const done = await half.perform(site, operation, mayWrite);
      tried.add(row);
      if (done === 'other') return;
      if (done === 'open') {
        after[row] = STOPPED;
        return;
      }
      const { refused, ...told } = done;
      after[row] = { ...(refused === null ? succeeded : { outcome: 'partly', reason: refused }), ...told };
    } catch (error) {
      const verdict = verdictOf(error);
      if (verdict === null) cutShortBy ??= error;
      else {
        after[row] = verdict;
        tried.add(row);
      }
    }
  });
  return { judgement: after, tried, isWhole, cutShortBy };
}
