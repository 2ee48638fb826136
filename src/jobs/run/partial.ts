import { type Verdict, knownOf } from '../../domain/jobs/account';
import type { JobHead } from '../../domain/jobs/head';
import type { Judgement } from '../../domain/jobs/judge';

/** Characters of each reason that is kept of rows of single calls until their batch is settled: the head stays small. */
const LONGEST_REASON = 160;

/** What a head keeps of a batch of single calls that the site got in the way of: the rows that have a verdict. */
export function partialOf(batch: number, judgement: Judgement): NonNullable<JobHead['partial']> {
  const rows = judgement.flatMap((verdict, row): [number, Verdict['outcome'], string][] =>
    verdict === null ? [] : [[row, verdict.outcome, verdict.reason.slice(0, LONGEST_REASON)]],
  );
  return { batch, rows, known: knownOf(judgement) };
}

/** The judgement of a batch with the verdicts that the head keeps of it. */
export function withPartial({ partial }: JobHead, batch: number, judgement: Judgement): Judgement {
  if (partial?.batch !== batch) return judgement;
  const beside = new Map(
    partial.known.map(([row, id, isFound]) => [row, { ...(id && { id }), ...(isFound && { isFound: true as const }) }]),
  );
  const known = new Map(
    partial.rows.map(([row, outcome, reason]): [number, Verdict] => [row, { outcome, reason, ...beside.get(row) }]),
  );
  return judgement.map((verdict, row) => verdict ?? known.get(row) ?? null);
}
