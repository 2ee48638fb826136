import * as v from 'valibot';
import { personSchema } from './person';
import { kindIdSchema, operationIdSchema } from './imports';

/**
 * uploading → queued → running → finished, with
 * running → cancelling → cancelled, running ⇄ needs-attention, running or queued ⇄ paused, queued → cancelled, and
 * uploading → not-started.
 * The whole machine is described in src/domain/jobs/README.md.
 */
export const jobStates = [
  'uploading',
  'queued',
  'running',
  'paused',
  'cancelling',
  'needs-attention',
  'finished',
  'cancelled',
  'not-started',
] as const;

export const outcomes = ['succeeded', 'partly', 'failed', 'unconfirmed', 'cancelled'] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const timestamp = v.number();

export const tallySchema = v.object({
  succeeded: count,
  partly: count,
  failed: count,
  unconfirmed: count,
  cancelled: count,
});

/** Why a running job is not sending anything just now. */
export const waitSchema = v.object({
  for: v.picklist(['turn', 'slot', 'retry-after', 'site', 'fault', 'read-back']),
  message: v.string(),
  until: v.nullable(timestamp),
});

/** Why a job was parked: what the site said or the app met, and what the person can do. */
export const attentionSchema = v.object({
  code: v.picklist(['forbidden', 'refused', 'site-down', 'damaged', 'fault']),
  message: v.string(),
  advice: v.string(),
});

/**
 * Rows of the file; those left out because of problems; those accepted into the job; and those that are imported with an
 * accepted one, whose outcome they share. `heaviest`: operations of the accepted row that has most, where requests are
 * limited by them.
 */
export const jobRowsSchema = v.object({
  total: count,
  leftOut: count,
  accepted: count,
  joined: v.optional(count),
  heaviest: v.optional(count),
});

export const jobSummarySchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: kindIdSchema,
  operation: operationIdSchema,
  state: v.picklist(jobStates),
  startedBy: personSchema,
  /** Milliseconds since 1970. */
  createdAt: timestamp,
  startedAt: v.nullable(timestamp),
  endedAt: v.nullable(timestamp),
  rows: jobRowsSchema,
  /** Outcomes of the accepted rows so far. They add up to `rows.accepted` when the job has ended. */
  tally: tallySchema,
  /** Paused until another job of the same file has finished. */
  isHeld: v.boolean(),
  /** The sync that made it; null where none did. */
  syncId: v.nullable(v.string()),
  /** The entitlement rule that made it; null where none did. */
  ruleId: v.nullable(v.string()),
});

/** A job whose record this version of the app cannot read, with what can be read of it all the same. */
export const unreadableJobSchema = v.object({
  id: v.string(),
  state: v.literal('unreadable'),
  name: v.nullable(v.string()),
  startedBy: v.nullable(jobSummarySchema.entries.startedBy),
  createdAt: v.nullable(timestamp),
});

export const listedJobSchema = v.variant('state', [jobSummarySchema, unreadableJobSchema]);

/** A job of which somebody has to do something; `attention` is why it stopped, null where it ended with failures. */
export const jobInNeedSchema = v.object({ ...jobSummarySchema.entries, attention: v.nullable(attentionSchema) });

/**
 * How fast the last imports went on this site, in milliseconds: from one batch of a bulk import to the next, and from one
 * single call to the next. Null where no import has gone that way yet.
 */
export const speedsSchema = v.object({ batchMs: v.nullable(v.number()), callMs: v.nullable(v.number()) });

/** A job by its id, and its name as it was. */
export const retryOfSchema = v.object({ id: v.string(), name: v.string() });

/** Names rows that share a reason, among those that the check left out or those that were sent. */
export const reasonSchema = v.object({ list: v.picklist(['left out', 'sent']), reason: v.string() });

/** What a job is to an earlier one: nothing, its rows corrected, its rows once more, or what undoes it. */
export const nameVariants = ['new', 'corrected', 'retry', 'undo'] as const;

/**
 * Whether a job can be undone: `not-kept` where it did not keep what was there, `kind` where no job that does the same can be,
 * `undone` where that was done or is under way, `rest` where it was done but for rows that were left alone, `nothing` where it
 * has not ended or has sent nothing.
 */
export const undoings = ['yes', 'rest', 'not-kept', 'kind', 'undone', 'nothing'] as const;

/** What became of the rows that can be sent once more, in the order in which they are offered. */
export const retriedOutcomes = ['failed', 'cancelled', 'partly', 'unconfirmed'] as const;

export const jobViewSchema = v.object({
  ...jobSummarySchema.entries,
  /** The job whose rows it sends once more. */
  retryOf: v.nullable(retryOfSchema),
  /** The job that it undoes, and those that undo it. */
  undoOf: v.nullable(retryOfSchema),
  undoneBy: v.array(retryOfSchema),
  undo: v.picklist(undoings),
  /** The job of the same file that has to finish before this one, and those that wait for this one. */
  after: v.nullable(retryOfSchema),
  followers: v.array(retryOfSchema),
  /** Until when an ended job and its results are kept, as Settings say by now; null before it has ended. */
  keptUntil: v.nullable(timestamp),
  batches: v.object({ total: count, settled: count, inFlight: count }),
  slots: v.object({ used: count, of: count }),
  /** Measured over the job's finished batches; null until one has finished. */
  rowsPerMinute: v.nullable(v.number()),
  secondsLeft: v.nullable(v.number()),
  waiting: v.nullable(waitSchema),
  attention: v.nullable(attentionSchema),
  /** What the reasons of the rows that did not succeed have in common, most rows first. */
  reasons: v.array(v.object({ ...reasonSchema.entries, rows: count })),
  /** Rows whose reason is not in `reasons`, when there were too many different ones: of those sent, and left out. */
  otherReasons: count,
  otherLeftOut: count,
});

/** What undoing some rows of a job comes to. Rows that are left alone are told with what keeps them. */
export const undoCountsSchema = v.object({
  /** Records whose earlier values are put back. */
  back: count,
  /** Entitlements that the job has revoked, and that are granted again. */
  grant: count,
  /** Customers who are taken out of an organization, counted once for each, and entitlements that are revoked. */
  leave: count,
  revoke: count,
  /** Records that are deleted, as the job has created them. */
  remove: count,
  /** Rows of which something is left alone, and why, most rows first. */
  left: count,
  reasons: v.array(v.object({ reason: v.string(), rows: count })),
});

/** The lists of what undoes a job, one job for each, in the order in which they are started. */
export const undoLists = ['back', 'grant', 'leave', 'revoke', 'remove'] as const;

const madeSchema = v.nullable(v.string());
/** The jobs that undo another one, as far as they were made. */
export const undoJobsSchema = v.object({
  back: madeSchema,
  grant: madeSchema,
  leave: madeSchema,
  revoke: madeSchema,
  remove: madeSchema,
});
export const noUndoJobs: UndoJobs = { back: null, grant: null, leave: null, revoke: null, remove: null };

export const batchViewSchema = v.object({
  number: count,
  rows: count,
  /** `not-sent`: the job was cancelled before its turn came. */
  state: v.picklist(['waiting', 'sent', 'reading-back', 'settled', 'not-sent']),
  taskId: v.nullable(v.string()),
  sentAt: v.nullable(timestamp),
  settledAt: v.nullable(timestamp),
  tally: v.nullable(tallySchema),
});

/** Stands for the number of a row of which nothing stored can be read any more. */
export const UNKNOWN_ROW = 0;

/** One row that did not succeed, with its cells as they were in the file. */
export const unsuccessfulRowSchema = v.object({
  /** Its number in the file, or UNKNOWN_ROW. */
  row: count,
  cells: v.array(v.string()),
  outcome: v.picklist(['left out', 'partly', 'failed', 'unconfirmed', 'cancelled']),
  reason: v.string(),
});

/** One row of a job's file with what became of it, and its cells as they were in the file. */
export const resultRowSchema = v.object({
  ...unsuccessfulRowSchema.entries,
  /** `waiting`: no outcome yet. */
  outcome: v.picklist(['left out', 'waiting', ...outcomes]),
  /** What was done to the entity of the row; empty where nothing was, or nobody knows what. */
  done: v.string(),
  /** The id on the site of what the row is about; empty where nothing was done, or it is not known. */
  id: v.string(),
  /** It was imported with an earlier row, and has the cells and the outcome of that. */
  isJoined: v.optional(v.literal(true)),
});

/** What a job saved of a row before it took away what the row names, as cells by the headers of a file. */
export const savedRowSchema = v.object({
  row: count,
  outcome: v.picklist(['waiting', ...outcomes]),
  reason: v.string(),
  saved: v.record(v.string(), v.string()),
});

export type JobState = (typeof jobStates)[number];
/** States that a job never leaves. */
export const endStates: readonly JobState[] = ['finished', 'cancelled', 'not-started'];
export type Outcome = (typeof outcomes)[number];
export type Tally = v.InferOutput<typeof tallySchema>;
export type Wait = v.InferOutput<typeof waitSchema>;
export type Attention = v.InferOutput<typeof attentionSchema>;
export type JobSummary = v.InferOutput<typeof jobSummarySchema>;
export type UnreadableJob = v.InferOutput<typeof unreadableJobSchema>;
export type ListedJob = v.InferOutput<typeof listedJobSchema>;
export type JobInNeed = v.InferOutput<typeof jobInNeedSchema>;
export type JobView = v.InferOutput<typeof jobViewSchema>;
export type ReasonOfRows = v.InferOutput<typeof reasonSchema>;
/** A job that waits for its turn. */
export const waitingJobSchema = v.object({ id: v.string(), name: v.nullable(v.string()) });

export type WaitingJob = v.InferOutput<typeof waitingJobSchema>;
export type NameVariant = (typeof nameVariants)[number];
export type RetriedOutcome = (typeof retriedOutcomes)[number];
export type Speeds = v.InferOutput<typeof speedsSchema>;
export type Undoing = (typeof undoings)[number];
export type UndoCounts = v.InferOutput<typeof undoCountsSchema>;
export type UndoList = (typeof undoLists)[number];
export type UndoJobs = v.InferOutput<typeof undoJobsSchema>;
export type BatchView = v.InferOutput<typeof batchViewSchema>;
export type ResultRow = v.InferOutput<typeof resultRowSchema>;
export type SavedRow = v.InferOutput<typeof savedRowSchema>;
export type UnsuccessfulRow = v.InferOutput<typeof unsuccessfulRowSchema>;
