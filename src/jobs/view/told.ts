import type { ImportPlan } from '../../contract/imports';
import type { Outcome } from '../../contract/jobs';
import type { JobHead } from '../../domain/jobs/head';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import { kindOf, operationOf } from '../../domain/kinds';

/** What a row itself tells of what is done with it, and of its entity's id on the site; empty where it does not. */
interface Told {
  done: string;
  id: string;
}

export type ToldOfRows = (cells: readonly string[], lookedUp: LookedUpRow | undefined) => Told;

/** Reads rows as they were sent: by the plan and with what was looked up. Without a plan, their job alone is asked. */
export function toldOfRows({ kind, operation }: JobHead, plan: ImportPlan | null): ToldOfRows {
  const its = kindOf(kind);
  const { done, effect = '' } = operationOf(its, operation) ?? {};
  const ofJob = { done: done ?? effect, id: '' };
  if (plan === null) return () => ofJob;
  const encode = its.encoder(plan);
  return (cells, lookedUp) => {
    const ids = (lookedUp !== undefined && 'ids' in lookedUp ? lookedUp.ids : []).values();
    const row = encode(cells, () => ids.next().value ?? '');
    if (row.operation === null) return ofJob;
    return { done: its.doneTo?.(row.operation) ?? ofJob.done, id: its.siteId?.(row.operation) ?? '' };
  };
}

/** What was done for a row, in words. "found created": it was so when it was looked up, by this job or before it. */
export function doneWords(done: string, outcome: Outcome, isFound: boolean): string {
  if (outcome !== 'partly' && outcome !== 'succeeded') return '';
  const words = isFound ? `found ${done}` : done;
  return outcome === 'partly' ? `${words}, in part` : words;
}

/** The id that a row names, where something was done to its entity or may have been: a refused row may name nobody's. */
export const idOf = (id: string, outcome: Outcome): string =>
  outcome === 'failed' || outcome === 'cancelled' ? '' : id;
