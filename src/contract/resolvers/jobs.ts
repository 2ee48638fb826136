import * as v from 'valibot';
import { MAX_ROWS, PIECE_CHARS, delimiters, importPlanSchema } from '../imports';
import {
  batchViewSchema,
  jobInNeedSchema,
  jobViewSchema,
  listedJobSchema,
  nameVariants,
  reasonSchema,
  resultRowSchema,
  savedRowSchema,
  speedsSchema,
  undoCountsSchema,
  undoJobsSchema,
  unreadableJobSchema,
  unsuccessfulRowSchema,
  waitingJobSchema,
} from '../jobs';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const rows = v.pipe(count, v.maxValue(MAX_ROWS));

export const jobIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/));
const jobId = v.object({ jobId: jobIdSchema });
/** Jobs of one file beside another one. */
const others = v.pipe(v.array(jobIdSchema), v.maxLength(2));

/** The running of jobs: upload, start, watch, cancel. */
export const jobResolvers = {
  /** Registers a job and waits for its parts. `total` = `accepted` + `leftOut`. */
  'jobs.create': {
    request: v.object({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      plan: importPlanSchema,
      delimiter: v.picklist(delimiters),
      rows: v.object({
        total: rows,
        leftOut: rows,
        accepted: v.pipe(rows, v.minValue(1)),
        joined: v.optional(rows),
        heaviest: v.optional(v.pipe(rows, v.minValue(1))),
      }),
      /** The job whose rows these are once more: it must have ended. */
      retryOf: v.optional(jobIdSchema),
      /** The job that has to finish before this one may begin: it must not have been started. */
      after: v.optional(jobIdSchema),
    }),
    response: jobId,
  },
  /** Stores one piece of a part. Parts of a list, and pieces of a part, come in order; the last one may be repeated. */
  'jobs.upload': {
    request: v.object({
      ...jobId.entries,
      list: v.picklist(['accepted', 'left-out']),
      part: count,
      piece: count,
      pieces: v.pipe(count, v.minValue(1), v.maxValue(400)),
      data: v.pipe(v.string(), v.base64(), v.maxLength(PIECE_CHARS)),
    }),
    response: v.object({ acceptedRows: count, leftOutRows: count }),
  },
  /**
   * Starts a job whose parts are all there, and others with it: those before it, and those behind it. Starting a started job
   * does nothing. Answers with the job itself.
   */
  'jobs.start': {
    request: v.object({ ...jobId.entries, before: v.optional(others), behind: v.optional(others) }),
    response: jobViewSchema,
  },
  /** The jobs of the site, newest first, 25 a page; and those that wait for their turn, the next one first. */
  'jobs.list': {
    request: v.object({ page: count }),
    response: v.object({ jobs: v.array(listedJobSchema), total: count, queue: v.array(waitingJobSchema) }),
  },
  /** Lets a waiting job go before the one ahead of it, or before all others that wait. */
  'jobs.moveUp': {
    request: v.object({ ...jobId.entries, to: v.picklist(['up', 'front']) }),
    response: v.object({ queue: v.array(waitingJobSchema) }),
  },
  /**
   * The first five of the jobs of which somebody has to do something, and how many there are, among the latest 200.
   * `isMoving` says whether one of these moves by itself, so that the answer can change.
   */
  'jobs.attention': {
    request: v.object({}),
    response: v.object({
      jobs: v.array(v.variant('state', [jobInNeedSchema, unreadableJobSchema])),
      total: count,
      isMoving: v.boolean(),
    }),
  },
  /** How fast imports have gone on this site. */
  'jobs.speeds': { request: v.object({}), response: speedsSchema },
  'jobs.get': { request: jobId, response: jobViewSchema },
  /** How a job was set up, for another one of its rows. */
  'jobs.plan': {
    request: jobId,
    response: v.object({ plan: importPlanSchema, delimiter: v.picklist(delimiters), name: v.string() }),
  },
  /** A name that none of the latest 200 jobs has: the given one, or with what tells the job apart behind it. */
  'jobs.name': {
    request: v.object({ name: v.pipe(v.string(), v.minLength(1)), variant: v.picklist(nameVariants) }),
    response: v.object({ name: v.string() }),
  },
  /** The batches of a job from number `from`, 25 a page. */
  'jobs.batches': {
    request: v.object({ ...jobId.entries, from: count }),
    response: v.object({ batches: v.array(batchViewSchema), total: count }),
  },
  /** The first rows of each reason of a job, as far as they can be read: their numbers in the file. */
  'jobs.firstRows': {
    request: jobId,
    response: v.object({ reasons: v.array(v.object({ ...reasonSchema.entries, rows: v.array(count) })) }),
  },
  /**
   * The rows that did not succeed, or those of one reason alone, and how their file was written. `cursor` null starts; a
   * null `next` ends.
   */
  'jobs.unsuccessful': {
    request: v.object({ ...jobId.entries, cursor: v.nullable(v.string()), only: v.optional(reasonSchema) }),
    response: v.object({
      headers: v.array(v.string()),
      delimiter: v.picklist(delimiters),
      rows: v.array(unsuccessfulRowSchema),
      next: v.nullable(v.string()),
    }),
  },
  /** Every row of the file in its order, with what became of it. `cursor` null starts; a null `next` ends. */
  'jobs.results': {
    request: v.object({ ...jobId.entries, cursor: v.nullable(v.string()) }),
    response: v.object({
      headers: v.array(v.string()),
      delimiter: v.picklist(delimiters),
      rows: v.array(resultRowSchema),
      next: v.nullable(v.string()),
    }),
  },
  /**
   * What a job that takes things away saved before, without the rows whose entity stays. `cursor` null starts; a null
   * `next` ends.
   */
  'jobs.saved': {
    request: v.object({ ...jobId.entries, cursor: v.nullable(v.string()) }),
    response: v.object({
      delimiter: v.picklist(delimiters),
      rows: v.array(savedRowSchema),
      next: v.nullable(v.string()),
    }),
  },
  /** Stops new batches at once; those in flight are followed to their end. */
  'jobs.cancel': { request: jobId, response: jobViewSchema },
  /** Sends nothing more until the job is resumed; what is in flight is followed to its end. Does nothing to a paused job. */
  'jobs.pause': { request: jobId, response: jobViewSchema },
  /** Carries a paused job on, at once or as the next one. Does nothing to a job that is not paused and has not ended. */
  'jobs.resume': { request: jobId, response: jobViewSchema },
  /**
   * Finds out what undoing a job comes to, some batches a call, by looking at the site as the person who asks. Begins with
   * batch 0; a null `next` ends. The counts are of this call alone. What was found is kept for `jobs.undo`.
   */
  'jobs.planUndo': {
    request: v.object({ ...jobId.entries, from: count }),
    response: v.object({ ...undoCountsSchema.entries, next: v.nullable(count), batches: count }),
  },
  /**
   * Makes the jobs that undo another one of what `jobs.planUndo` has found, and starts them once they are whole. Each call
   * goes on with the jobs that the one before has answered with. `removes` has to be the number of all that is taken
   * away: records, memberships and entitlements.
   */
  'jobs.undo': {
    request: v.object({ ...jobId.entries, removes: count, jobs: undoJobsSchema }),
    response: v.object({ jobs: undoJobsSchema, isStarted: v.boolean(), uploaded: count, rows: count }),
  },
  /** Runs one step as the user who asks, and gives a parked job back to the background. */
  'jobs.continue': { request: jobId, response: jobViewSchema },
} as const;
