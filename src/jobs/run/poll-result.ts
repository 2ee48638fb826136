import { type BatchRecord, type Verdict, accountOf, withIds } from '../../domain/jobs/account';
import type { InFlight, JobHead } from '../../domain/jobs/head';
import type { Judgement } from '../../domain/jobs/judge';

/** The ids of rows of a batch that the site has shown so far. */
export type Ids = ReadonlyMap<number, string>;

/** What a poll of a batch in flight found. `ids`: of the rows that it or an earlier one has looked up. */
export type PollResult =
  /** `partial`: what single calls have made of some of its rows so far. */
  | { found: 'pending'; batch: InFlight; ids?: Ids; partial?: JobHead['partial'] }
  /** `verified`: it was read back; `ignoredParts`: what of a row the site was seen to ignore. */
  | {
      found: 'settled';
      batch: InFlight;
      record: BatchRecord;
      taskMs: number | null;
      verified?: boolean;
      ignoredParts?: readonly string[];
    }
  /** `gotFurther`: it found something out all the same, which is kept in the batch. */
  | { found: 'failure'; batch: InFlight; error: unknown; gotFurther: boolean; ids?: Ids; partial?: JobHead['partial'] };

/** Settles a batch. `why` stands before the reason of the rows that nobody could give a verdict for. */
export function settled(
  batch: InFlight,
  judgement: Judgement,
  why: string,
  taskMs: number | null,
  now: number,
  ids: Ids = new Map(),
): Extract<PollResult, { found: 'settled' }> {
  const unseen: Verdict = {
    outcome: 'unconfirmed',
    reason: `${why} Looking the row up on your site didn’t show what was requested.`,
  };
  const { taskId, sentAt, polls } = batch;
  const verdicts = withIds(
    judgement.map((verdict) => verdict ?? unseen),
    ids,
  );
  return { found: 'settled', batch, record: accountOf(verdicts, { taskId, sentAt, settledAt: now, polls }), taskMs };
}
