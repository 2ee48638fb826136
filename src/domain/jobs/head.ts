import * as v from 'valibot';
import { delimiters } from '../../contract/imports';
import { attentionSchema, endStates, jobSummarySchema, outcomes, retryOfSchema, waitSchema } from '../../contract/jobs';
import { leftOutGroupSchema, sentGroupSchema } from './groups';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.number();

/** Why a batch is in doubt, and what its read-back has found so far. */
export const doubtSchema = v.object({
  why: v.string(),
  /** Rounds of the read-back that have looked for every row. */
  looks: count,
  /** Indexes in the batch of the rows that this round has looked for, in vain: a round takes several steps. */
  asked: v.array(count),
  /** Indexes of the rows that were seen done: no round looks for them again. */
  seen: v.array(count),
});

/** What looking up a batch whose task ended well has shown so far: it can take several steps, and two rounds. */
export const verificationSchema = v.object({
  round: count,
  /** How often the site got in the way. */
  tries: count,
  /** Indexes of the rows that this round has still to look up. */
  open: v.array(count),
  /** [index of a row, what the site lacks of it], as far as this round has found it. */
  lacking: v.array(v.tuple([count, v.array(v.object({ part: v.string(), what: v.string() }))])),
  /** The parts of a row that the site showed as they were asked for in some row. */
  shown: v.array(v.string()),
});

/** A batch whose task has not been settled yet. */
export const inFlightSchema = v.object({
  batch: count,
  /** Null for a batch of which it is not known whether it was sent: its rows alone can tell. */
  taskId: v.nullable(v.string()),
  sentAt: time,
  /** When the next poll is due, or the next part of the read-back. */
  lookAt: time,
  /** How often the task was asked for its status. */
  polls: count,
  doubt: v.nullable(doubtSchema),
  verification: v.optional(verificationSchema),
  /** Rows that its task has refused may have been done by single calls since. */
  byCalls: v.optional(v.boolean()),
});

/**
 * Batches that a step is about to send, written before the first of them is. While the intent stands, each of them may
 * have been sent: by a step that is at work, or by one whose process was lost.
 */
export const intentSchema = v.object({
  /** The first batch behind those of the intent, which begin with the head's next one. */
  to: count,
  since: time,
  /** How many steps have taken its lease to send it, and when the last of them did. */
  carriers: count,
  carriedAt: time,
  /** Of single calls: the step that took its lease last has ended, so that no step is at work on it. */
  isFree: v.optional(v.boolean(), false),
});

const partialSchema = v.object({
  batch: count,
  /** [index of a row in the batch, outcome, reason] */
  rows: v.array(v.tuple([count, v.picklist(outcomes), v.string()])),
  known: v.optional(v.array(v.tuple([count, v.string(), v.boolean()])), []),
});

const uploadedSchema = v.object({ parts: count, rows: count, pieces: count, joined: v.optional(count) });

/**
 * The one record of a job that changes. It stays small however long the job is: a settled batch leaves its account in a
 * record of its own and adds to the tally here. README.md beside this file describes the states; the glossary in
 * src/jobs/README.md says what engineers call the fields whose stored names cannot change.
 *
 * Jobs outlive the version of the app that wrote them. This schema, and those of the other records that a job is read
 * from, only ever grow: a new field has a default that says what the versions before it did, and no field is renamed,
 * taken away or given another meaning. earlier-records.test.ts reads what earlier versions wrote.
 */
export const jobHeadSchema = v.object({
  ...jobSummarySchema.entries,
  /** The job whose rows it sends once more. */
  retryOf: v.optional(v.nullable(retryOfSchema), null),
  /** The job that it undoes, and those that were made to undo it. */
  undoOf: v.optional(v.nullable(retryOfSchema), null),
  undoneBy: v.optional(v.array(retryOfSchema), []),
  /** The one of these that lists the rows which the last undo left alone; null where there are none. */
  leftAlone: v.optional(v.nullable(v.string()), null),
  /** The job of the same file that has to finish before this one begins, and those that wait for this one. */
  after: v.optional(v.nullable(retryOfSchema), null),
  followers: v.optional(v.array(retryOfSchema), []),
  /** The other jobs of the same file, where it is that of the file's own rows. */
  beside: v.optional(v.array(v.string()), []),
  /** It is paused until that other job has finished, and then begins by itself. */
  isHeld: v.optional(v.boolean(), false),
  /** Each batch has what was there before it was sent in a record of its own. */
  keepsBefore: v.optional(v.boolean(), false),
  /** Since when that record of the next batch holds what was there of its first rows; null where it holds nothing yet. */
  keptSince: v.optional(v.nullable(time), null),
  /** The sync that made it, which counts in what it does. */
  syncId: v.optional(v.nullable(v.string()), null),
  /** The entitlement rule that made it, which remembers what it grants. */
  ruleId: v.optional(v.nullable(v.string()), null),
  /** What separated the cells of the file: its list of failures is written the same way. */
  delimiter: v.picklist(delimiters),
  /** What has arrived of the two lists: whole parts, their rows, and pieces of the part that is arriving. */
  uploaded: v.object({ accepted: uploadedSchema, leftOut: uploadedSchema }),
  batchSize: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** How its rows go: many in a request that becomes a task, or each by a call of its own. */
  route: v.optional(v.picklist(['bulk', 'direct']), 'bulk'),
  /** How many of the accepted rows have been looked up, in the order of the file; null where there is nothing to look up. */
  lookedUp: v.optional(v.nullable(count), null),
  /** How the accepted rows that have arrived name what they are about: the places of each, joined; every way once. */
  namings: v.optional(v.array(v.string()), []),
  /** What became of some rows of the batch that a step of single calls has begun and not ended. */
  partial: v.optional(v.nullable(partialSchema), null),
  /** The first batch that no committed step has sent. Those before it are settled or in flight. */
  next: count,
  /** The account of who continued it last, or cancelled it while it was parked, as whom it acts since; null as long as nobody had to. */
  actsAs: v.optional(v.nullable(v.string()), null),
  inFlight: v.array(inFlightSchema),
  intent: v.nullable(intentSchema),
  settledBatches: count,
  /** [reason, rows], as the versions before `groups` counted them. */
  reasons: v.array(v.tuple([v.string(), count])),
  /** The rows that did not succeed by what their reasons have in common, and how many are in none of these groups. */
  groups: v.optional(v.array(sentGroupSchema), []),
  otherReasons: count,
  /** The rows that the check left out by its own groups, as far as they have arrived, and how many are in none. */
  leftOutGroups: v.optional(v.array(leftOutGroupSchema), []),
  otherLeftOut: v.optional(count, 0),
  /** Whether a batch was read back whole, so that the site's word for the others counts. */
  verified: v.optional(v.boolean(), false),
  /** The parts of a row that the site was seen to ignore in each row that was looked up. */
  ignoredParts: v.optional(v.array(v.string()), []),
  /** How long the last tasks of full batches took, in milliseconds, newest last; and those of the job before this one. */
  taskTimes: v.array(v.number()),
  timesBefore: v.array(v.number()),
  /** Time between steps in which the job was moving, in milliseconds: what speed is measured over. */
  activeMs: count,
  /** Calls that its steps have made, those of a lost process left out. */
  calls: v.optional(count, 0),
  steppedAt: time,
  /** When the next step is due; null when nothing will happen by itself. */
  dueAt: v.nullable(time),
  /** How many events of the chain come before the one that asks for the next step. */
  link: count,
  /** Counts the steps. An event that asks for an earlier one is out of date. */
  ticket: count,
  /** Batches in a row that the site has refused whole, all with the same words; null when the last one was taken. */
  refusals: v.nullable(v.object({ message: v.string(), batches: count })),
  /** Transient failures in a row, and since when. */
  trouble: v.nullable(v.object({ tries: count, since: time })),
  /** Tries that met a fault of the app itself since it last got further. */
  faults: v.optional(count, 0),
  wait: v.nullable(waitSchema),
  attention: v.nullable(attentionSchema),
});

export type JobHead = v.InferOutput<typeof jobHeadSchema>;
export type InFlight = v.InferOutput<typeof inFlightSchema>;
export type Intent = v.InferOutput<typeof intentSchema>;
export type Verification = v.InferOutput<typeof verificationSchema>;
export type Doubt = v.InferOutput<typeof doubtSchema>;

/** Rows that are looked up together, and stored in one record: a lost process costs so many. No record has rows of two parts. */
export const ROWS_PER_LOOK_UP = 20;
/** Batches of single calls that one step may take on: some seconds of work. */
const DIRECT_BATCHES = 4;

/**
 * How many batches may be on their way at once. `taskSlots`: tasks that the site takes. One after the other where rows can
 * be about the same without a word in common: no entity may be in two unfinished tasks, and the later row is to win.
 */
export function slotsOf({ route, namings }: JobHead, taskSlots: number): number {
  if (route === 'direct') return DIRECT_BATCHES;
  return mayNameTheSame(namings) ? 1 : taskSlots;
}

/** Whether two of the ways in which rows name what they are about share no place: by email alone, by ID alone. */
function mayNameTheSame(namings: readonly string[]): boolean {
  const ways = namings.map((way) => way.split(' '));
  return ways.some((one) => ways.some((other) => !one.some((place) => other.includes(place))));
}

/** The first batch of which not every row has been looked up. */
export function batchesLookedUp(head: JobHead): number {
  if (head.lookedUp === null || head.lookedUp >= head.rows.accepted) return batchCount(head);
  return Math.floor(head.lookedUp / head.batchSize);
}

export const hasEnded = ({ state }: JobHead): boolean => endStates.includes(state);
export const batchCount = (head: JobHead): number => Math.ceil(head.rows.accepted / head.batchSize);

/** A doubt of which nothing has been looked at yet. */
export const newDoubt = (why: string): Doubt => ({ why, looks: 0, asked: [], seen: [] });

/** Rows of one batch: all of its size but the last. */
export function rowsOfBatch(head: JobHead, batch: number): number {
  return Math.min(head.batchSize, head.rows.accepted - batch * head.batchSize);
}

/** A job that waits for its parts. */
export function newHead(
  facts: Pick<
    JobHead,
    'id' | 'name' | 'kind' | 'operation' | 'startedBy' | 'rows' | 'delimiter' | 'batchSize' | 'route' | 'lookedUp'
  > &
    Partial<Pick<JobHead, 'retryOf' | 'undoOf' | 'after' | 'keepsBefore' | 'syncId' | 'ruleId'>>,
  now: number,
): JobHead {
  const nothing = { parts: 0, rows: 0, pieces: 0 };
  return {
    retryOf: null,
    undoOf: null,
    undoneBy: [],
    leftAlone: null,
    after: null,
    followers: [],
    beside: [],
    isHeld: false,
    keepsBefore: false,
    syncId: null,
    ruleId: null,
    ...facts,
    state: 'uploading',
    createdAt: now,
    startedAt: null,
    endedAt: null,
    uploaded: { accepted: nothing, leftOut: nothing },
    namings: [],
    partial: null,
    keptSince: null,
    next: 0,
    actsAs: null,
    inFlight: [],
    intent: null,
    settledBatches: 0,
    tally: { succeeded: 0, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 },
    reasons: [],
    groups: [],
    otherReasons: 0,
    leftOutGroups: [],
    otherLeftOut: 0,
    verified: false,
    ignoredParts: [],
    taskTimes: [],
    timesBefore: [],
    activeMs: 0,
    calls: 0,
    steppedAt: now,
    dueAt: null,
    link: 0,
    ticket: 0,
    refusals: null,
    trouble: null,
    faults: 0,
    wait: null,
    attention: null,
  };
}
