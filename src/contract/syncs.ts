import * as v from 'valibot';
import { differenceSchema } from './file-frame';
import {
  cleaningSchema,
  importColumnSchema,
  importOptionsSchema,
  joinings,
  kindIdSchema,
  operationIdSchema,
  readingSchema,
} from './imports';
import { personSchema } from './person';

/** Syncs of a site: all of them are read whenever it is looked for what is due. */
export const MAX_SYNCS = 20;
/** Runs of a sync that its page shows, and its record keeps. */
export const RUNS_KEPT = 30;
/** Records that a run touches and that are listed by name before it is approved. */
export const MAX_TOUCHED = 500;
/** Records that somebody has edited on the site and that are listed with what differs. */
export const MAX_EDITED = 500;
/** Characters of one part of a delivery: with its headers it stays under the 500 KB of a request. Forge platform limits. */
export const MAX_PART_CHARS = 480_000;
/** Parts of one delivery. */
export const MAX_DELIVERY_PARTS = 300;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What turns an export into rows: a saved mapping, or the plan of an import, as it was when the sync was set up. */
export const syncMappingSchema = v.object({
  kind: kindIdSchema,
  operation: operationIdSchema,
  columns: v.array(importColumnSchema),
  options: importOptionsSchema,
  reading: v.optional(readingSchema),
  cleaning: v.optional(cleaningSchema),
  /** How rows about the same are joined; where it isn’t said, the second is left out. */
  joinsRows: v.optional(v.picklist(joinings)),
});

/** From how many changes on a run waits for a person: in percent of the records that are known, or in rows. */
export const syncLimitsSchema = v.object({
  percent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
});

/** A schedule by the clock. `hour` and `day` (0 is Sunday) are of a time zone that stands beside it. */
const timedSchedules = [
  v.object({ every: v.literal('hour') }),
  v.object({ every: v.literal('day'), hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)) }),
  v.object({
    every: v.literal('week'),
    day: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
    hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  }),
] as const;
export const timedScheduleSchema = v.variant('every', timedSchedules);

/** When what was delivered is applied. */
export const syncScheduleSchema = v.variant('every', [v.object({ every: v.literal('delivery') }), ...timedSchedules]);

/** Fields that one record can be marked in. */
export const MAX_MARKS = 20;

/** Detail fields are set; an empty value clears one. Earlier records have one field, beside `then`. */
const marksSchema = v.pipe(
  v.object({
    then: v.literal('set'),
    values: v.optional(
      v.pipe(
        v.array(v.object({ field: v.pipe(v.string(), v.minLength(1)), value: v.string() })),
        v.minLength(1),
        v.maxLength(MAX_MARKS),
      ),
    ),
    field: v.optional(v.pipe(v.string(), v.minLength(1))),
    value: v.optional(v.string(), ''),
  }),
  v.check(({ values, field }) => values !== undefined || field !== undefined, 'names no field'),
  v.transform(({ then, values, field = '', value }) => ({ then, values: values ?? [{ field, value }] })),
);

/** What becomes of records that an export no longer has. They are never deleted by themselves. */
export const vanishedSchema = v.variant('then', [
  v.object({ then: v.literal('nothing') }),
  v.object({ then: v.literal('list') }),
  marksSchema,
  /** Customers are taken out of the organizations that the export put them into; of all, where it names none. */
  v.object({ then: v.literal('take-out') }),
]);

/** What is done about records that somebody has edited on the site, against the export. */
export const editsSchema = v.object({
  /** The first delivery of a week is compared with the site; without, those that somebody has asked it for. */
  weekly: v.boolean(),
  then: v.picklist(['list', 'put-back']),
});

export const syncSettingsSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  limits: syncLimitsSchema,
  schedule: syncScheduleSchema,
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  vanished: vanishedSchema,
  /** Detail fields that the sync writes only where the site has nothing in them. */
  ifEmpty: v.optional(v.array(v.string()), []),
  edits: v.optional(editsSchema, { weekly: false, then: 'list' }),
  /** Rows of a run that failed are sent once more, an hour later. */
  retries: v.optional(v.boolean(), false),
  /** The project in which issues tell of what waits for a person and of edits on the site; null where nobody is told. */
  tell: v.optional(v.nullable(v.object({ project: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,254}$/)) })), null),
});

/** Rows of a delivery, and what they are against what was applied before. */
export const syncCountsSchema = v.object({
  rows: count,
  new: count,
  changed: count,
  unchanged: count,
  /** Records that were known and are not in the export. */
  vanished: count,
  /** Rows that are sent with an earlier one about the same record, or say with it what was applied. */
  joined: v.optional(count, 0),
  /** Rows that the check left out. */
  leftOut: count,
  /** Rows that were sent and did not succeed. */
  failed: count,
});

/** What a job of a run does: `own` is that of the rows themselves. */
export const jobRoles = ['organizations', 'own', 'entitlements', 'vanished'] as const;

/**
 * How a run ended. `held`: what was delivered does not fit the sync, or cannot be read; nothing was applied. `test`: it only
 * told what it would do.
 */
export const runOutcomes = ['applied', 'nothing', 'held', 'refused', 'replaced', 'test'] as const;

export const endedRunSchema = v.object({
  no: count,
  at: v.number(),
  endedAt: v.number(),
  outcome: v.picklist(runOutcomes),
  counts: v.nullable(syncCountsSchema),
  /** Why it was held or refused, or what else is to be known of it. */
  reason: v.string(),
  /** Who refused it, where somebody did. */
  by: v.optional(personSchema),
  /** The jobs that it was, in the order in which they ran. */
  jobs: v.array(v.string()),
  /** What each of them does; where that isn’t said, the first is of the rows, and the second of what vanished. */
  roles: v.optional(v.array(v.picklist(jobRoles))),
});

/** `looking`: what has not changed is compared with the site. `approval`: more changes than the limits allow wait for a person. */
export const runPhases = ['looking', 'comparing', 'approval', 'running'] as const;

/** A record that a run touches: how the export names it, and what becomes of it. */
export const touchedSchema = v.tuple([v.string(), v.picklist(['new', 'changed', 'vanished'])]);

/** What a look at the site has found of the records that a delivery says again. */
export const lookSchema = v.object({
  /** The run whose delivery it was. */
  no: count,
  at: v.number(),
  isDone: v.boolean(),
  /** Records that were compared, and how many of them the site shows otherwise, or no longer has. */
  compared: count,
  edited: count,
  missing: count,
  /** How many of these two were listed. */
  listed: count,
  /** Those of which nobody can tell what the site has. */
  unknown: count,
  /** Whether those that are edited were sent with the run. */
  putsBack: v.boolean(),
});

/** A record that the site shows otherwise than the export says, found by the number of its row. */
export const editedRecordSchema = v.object({
  row: count,
  label: v.string(),
  /** The site has it no longer. */
  isMissing: v.boolean(),
  /** `was` is what the site shows, `will` what the export says. */
  differences: v.array(differenceSchema),
});

export const syncViewSchema = v.object({
  id: v.string(),
  ...syncSettingsSchema.entries,
  kind: kindIdSchema,
  operation: operationIdSchema,
  columns: v.array(importColumnSchema),
  owner: personSchema,
  createdAt: v.number(),
  isPaused: v.boolean(),
  /** Why it waits for a person: what it acts as may not do what it does. */
  parked: v.nullable(v.object({ reason: v.string(), since: v.number() })),
  records: count,
  /** A delivery of which only some parts are there. */
  arriving: v.nullable(v.object({ parts: count, arrived: count, since: v.number() })),
  waiting: v.nullable(v.object({ at: v.number(), isTest: v.boolean(), dueAt: v.nullable(v.number()) })),
  /** When rows that failed are sent once more; null where none are. */
  retryAt: v.nullable(v.number()),
  run: v.nullable(
    v.object({
      no: count,
      phase: v.picklist(runPhases),
      startedAt: v.number(),
      counts: v.nullable(syncCountsSchema),
      jobs: v.array(v.string()),
      roles: v.array(v.picklist(jobRoles)),
    }),
  ),
  /** The latest first. */
  runs: v.array(endedRunSchema),
  /** Whether its records can be compared with the site, and whether the next delivery will be. */
  canLook: v.boolean(),
  looksNext: v.boolean(),
  /** The last look at the site, or the one on its way. */
  look: v.nullable(lookSchema),
  /** What was told of last: the issue, or why there is none. */
  told: v.nullable(v.object({ issue: v.string(), problem: v.string() })),
  /** The same of what was edited on the site; null where the last look has found nothing, or nobody is told. */
  toldOfEdits: v.nullable(v.object({ issue: v.string(), problem: v.string() })),
  /** Deliveries that were refused because their token was wrong, since the last one that was taken. */
  wrongTokens: count,
});

/** A sync that waits for a person: its run for approval, or because it has stopped, or its last delivery was held. */
export const syncInNeedSchema = v.object({
  id: v.string(),
  name: v.string(),
  why: v.picklist(['stopped', 'approval', 'held']),
  reason: v.string(),
});

export type SyncInNeed = v.InferOutput<typeof syncInNeedSchema>;
export type SyncMapping = v.InferOutput<typeof syncMappingSchema>;
export type SyncLimits = v.InferOutput<typeof syncLimitsSchema>;
export type SyncSchedule = v.InferOutput<typeof syncScheduleSchema>;
export type SyncSettings = v.InferOutput<typeof syncSettingsSchema>;
export type SyncCounts = v.InferOutput<typeof syncCountsSchema>;
export type EndedRun = v.InferOutput<typeof endedRunSchema>;
export type JobRole = (typeof jobRoles)[number];
export type Look = v.InferOutput<typeof lookSchema>;
export type EditedRecord = v.InferOutput<typeof editedRecordSchema>;
export type Touched = v.InferOutput<typeof touchedSchema>;
export type SyncView = v.InferOutput<typeof syncViewSchema>;
