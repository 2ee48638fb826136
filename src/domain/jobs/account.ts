import * as v from 'valibot';
import { type Outcome, outcomes, tallySchema } from '../../contract/jobs';
import { withBatch } from './groups';
import type { JobHead } from './head';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What became of one row, and why if it did not succeed. */
export interface Verdict {
  outcome: Outcome;
  reason: string;
  /** The site said that whoever asked may not. */
  forbidden?: true;
  /** The id of what the row is about, where the site told it. */
  id?: string;
  /** It was seen done when it was looked up: whether by this job or before, nobody knows. */
  isFound?: true;
}

/** What is known of rows beside their outcomes: [index of the row, id on the site or none, whether it was found done]. */
export const knownSchema = v.array(v.tuple([count, v.string(), v.boolean()]));

/** The account of a settled batch: written once, with the head that counts it. */
export const batchRecordSchema = v.object({
  /** Null when the batch made no task, or none that is known. */
  taskId: v.nullable(v.string()),
  sentAt: v.number(),
  settledAt: v.number(),
  polls: count,
  tally: tallySchema,
  /** [index of the row in the batch, outcome, reason] of each row that did not succeed. */
  rows: v.array(v.tuple([count, v.picklist(outcomes), v.string()])),
  known: v.optional(knownSchema, []),
});

export type BatchRecord = v.InferOutput<typeof batchRecordSchema>;

export const succeeded: Verdict = { outcome: 'succeeded', reason: '' };
export const foundDone: Verdict = { ...succeeded, isFound: true };

/**
 * What the reasons of one record take at the most, as bytes of JSON: a stored value has at most 240 KiB (Forge,
 * key-value store limits). A row may be refused in as many words as the site likes.
 */
const REASONS_BYTES = 200 * 1024;

/** Adds up the verdicts of a batch; times are milliseconds since 1970. Reasons that do not fit are cut evenly. */
export function accountOf(
  verdicts: readonly Verdict[],
  facts: Pick<BatchRecord, 'taskId' | 'sentAt' | 'settledAt' | 'polls'>,
): BatchRecord {
  const tally = { succeeded: 0, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
  const rows: BatchRecord['rows'] = [];
  verdicts.forEach(({ outcome, reason }, index) => {
    tally[outcome] += 1;
    if (outcome !== 'succeeded') rows.push([index, outcome, reason]);
  });
  const each = Math.floor(REASONS_BYTES / rows.length);
  return {
    ...facts,
    tally,
    rows: rows.map(([index, outcome, reason]) => [index, outcome, cut(reason, each)]),
    known: knownOf(verdicts),
  };
}

/** An id as sites make them. Of any other nothing is kept: a hundred of these take less of a record than its reasons leave. */
const isKeptId = (id: string): boolean => /^[\x21-\x7e]{1,128}$/.test(id);

/** What is known of rows beside their outcomes; null for a row without a verdict. */
export const knownOf = (verdicts: readonly (Verdict | null)[]): BatchRecord['known'] =>
  verdicts.flatMap((verdict, index): BatchRecord['known'] => {
    const { id = '', isFound = false } = verdict ?? {};
    const kept = isKeptId(id) ? id : '';
    return kept === '' && !isFound ? [] : [[index, kept, isFound]];
  });

/** Verdicts with the ids that the site has told of their rows. */
export const withIds = (verdicts: readonly Verdict[], ids: ReadonlyMap<number, string>): Verdict[] =>
  verdicts.map((verdict, row) => {
    const id = ids.get(row);
    return id === undefined ? verdict : { ...verdict, id };
  });

const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** The text, or as much of its beginning as fits into so many bytes of JSON. */
function cut(text: string, bytes: number): string {
  // No character takes less than a byte.
  let kept = text.slice(0, bytes);
  while (bytesOf(kept) > bytes) kept = kept.slice(0, Math.floor(kept.length * 0.9));
  return kept.length === text.length ? text : `${kept.slice(0, -4)}…`;
}

/** The head with a settled batch counted in. */
export function countIn(head: JobHead, batch: number, record: BatchRecord): JobHead {
  const tally = { ...head.tally };
  for (const outcome of outcomes) tally[outcome] += record.tally[outcome];
  const { groups, others } = withBatch(head.groups, batch, record.rows);
  const otherReasons = head.otherReasons + others;
  return { ...head, tally, groups, otherReasons, settledBatches: head.settledBatches + 1 };
}
