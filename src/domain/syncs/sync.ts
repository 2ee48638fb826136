import * as v from 'valibot';
import { personSchema } from '../../contract/person';
import {
  endedRunSchema,
  lookSchema,
  runPhases,
  syncCountsSchema,
  syncMappingSchema,
  syncSettingsSchema,
  RUNS_KEPT,
  type EndedRun,
  type JobRole,
  type SyncLimits,
  type SyncCounts,
} from '../../contract/syncs';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A delivery whose parts are all there, or of which some are. `number` is what its stored pieces are found by. */
const deliverySchema = v.object({
  number: count,
  /** The sender's name for it; null where it came in one request. */
  id: v.nullable(v.string()),
  /** What the parts have in them, one after the other: the same content has the same. */
  hash: v.string(),
  /** Its parts: what their stored values are found by, how many those are, and the hash of what came. */
  stored: v.array(v.tuple([v.string(), count, v.string()])),
  isTest: v.boolean(),
  at: v.number(),
});

const arrivingSchema = v.object({
  ...deliverySchema.entries,
  parts: count,
  arrived: count,
  chars: count,
});

const runSchema = v.object({
  no: count,
  delivery: deliverySchema,
  phase: v.picklist(runPhases),
  startedAt: v.number(),
  counts: v.nullable(syncCountsSchema),
  jobs: v.array(v.string()),
  /** Of these, the one for records that vanished from the export. */
  vanishedJob: v.optional(v.nullable(v.string()), null),
  /** Those for what its rows say of organizations and of entitlements: the first of all, and one after the rows' own. */
  organizationsJob: v.optional(v.nullable(v.string()), null),
  entitlementsJob: v.optional(v.nullable(v.string()), null),
  /** What is to be known of it beside its numbers. */
  remark: v.optional(v.string(), ''),
  /** Tries of the comparison that met trouble that may pass. */
  tries: v.optional(count, 0),
  /** It sends what failed in the run before. */
  isRetry: v.optional(v.boolean(), false),
  /** Something is left for the next delivery, also where that is the same. */
  isPartial: v.optional(v.boolean(), false),
});

/** A look at the site, with how far it got: the number of the last row that was compared. */
const storedLookSchema = v.object({
  ...lookSchema.entries,
  row: count,
  /** The sum of the hashes of all that differs, by which the same is known again, also in another order. */
  found: v.optional(count, 0),
});

const retrySchema = v.object({
  at: v.number(),
  job: v.string(),
  /** Those for what its rows say of organizations and of entitlements. */
  organizationsJob: v.optional(v.nullable(v.string()), null),
  entitlementsJob: v.optional(v.nullable(v.string()), null),
});

/** Where the fingerprints of what was applied are: so many values of a generation, and what was added since. */
const appliedSchema = v.object({ generation: count, chunks: count, deltas: count, records: count, added: count });

/**
 * The one record of a sync that changes, by compare-and-swap. README.md beside this file describes its life. As those of jobs, its
 * schema only ever grows (decision 11).
 */
export const syncSchema = v.object({
  id: v.string(),
  ...syncSettingsSchema.entries,
  mapping: syncMappingSchema,
  owner: personSchema,
  createdAt: v.number(),
  isPaused: v.boolean(),
  parked: v.nullable(v.object({ reason: v.string(), since: v.number() })),
  /** Numbers of the next delivery and the next run. */
  nextDelivery: count,
  nextRun: count,
  arriving: v.nullable(arrivingSchema),
  waiting: v.nullable(deliverySchema),
  run: v.nullable(runSchema),
  /** The latest first. */
  runs: v.array(endedRunSchema),
  /** The content of the last delivery of which everything was applied. */
  lastHash: v.nullable(v.string()),
  applied: appliedSchema,
  /** The sender's name for the delivery of the last run. */
  lastId: v.optional(v.nullable(v.string()), null),
  /** A whole batch of its last job was seen on the site: of the next one a sample is enough. */
  isVerified: v.optional(v.boolean(), false),
  /** The trouble that was told of last, with the issue or why there is none; null once there is none any more. */
  told: v.optional(v.nullable(v.object({ trouble: v.string(), issue: v.string(), problem: v.string() })), null),
  /** The look whose edits were told of last, with what it had found, and the issue or why there is none. */
  toldOfEdits: v.optional(
    v.nullable(v.object({ no: count, found: count, issue: v.string(), problem: v.string() })),
    null,
  ),
  /**
   * The issue that is being created, and since when: whoever does may be lost before it is noted. `firstAt`: when somebody
   * began to for the first time, where that was before.
   */
  telling: v.optional(
    v.nullable(v.object({ summary: v.string(), since: v.number(), firstAt: v.optional(v.number()) })),
    null,
  ),
  /** Somebody has asked that the next delivery be compared with the site. */
  looksNext: v.optional(v.boolean(), false),
  /** The last look at the site, or the one on its way. */
  look: v.optional(v.nullable(storedLookSchema), null),
  /** The job whose failed rows are sent once more, with those beside it, and when; null where none are. */
  retry: v.optional(v.nullable(retrySchema), null),
  /** The import whose rows count as applied, until they have been taken over. */
  primedBy: v.nullable(v.string()),
  /** That import still, once they have; null where there was none, and in the records of earlier versions. */
  primedWith: v.optional(v.nullable(v.string()), null),
  /** Jobs that count as applied and whose undo somebody has asked for, and when: what they undo is to be forgotten. */
  undone: v.optional(v.array(v.object({ job: v.string(), at: v.number() })), []),
});

export type Sync = v.InferOutput<typeof syncSchema>;
export type Delivery = v.InferOutput<typeof deliverySchema>;
export type StoredLook = v.InferOutput<typeof storedLookSchema>;
export type Arriving = v.InferOutput<typeof arrivingSchema>;
export type SyncRun = v.InferOutput<typeof runSchema>;
export type Applied = v.InferOutput<typeof appliedSchema>;

export const nothingApplied: Applied = { generation: 0, chunks: 0, deltas: 0, records: 0, added: 0 };

/** A sync that was just set up. */
export function newSync(
  facts: Pick<Sync, 'id' | 'mapping' | 'owner' | 'primedBy'> & v.InferOutput<typeof syncSettingsSchema>,
  now: number,
): Sync {
  return {
    ...facts,
    createdAt: now,
    isPaused: false,
    parked: null,
    nextDelivery: 1,
    nextRun: 1,
    arriving: null,
    waiting: null,
    run: null,
    runs: [],
    lastHash: null,
    lastId: null,
    isVerified: false,
    told: null,
    toldOfEdits: null,
    telling: null,
    looksNext: false,
    look: null,
    retry: null,
    primedWith: facts.primedBy,
    undone: [],
    applied: nothingApplied,
  };
}

/** Rows of a run that failed and are sent once more, at the most: where more fail, something else is the matter. */
const MOST_RETRIED = 10_000;
const RETRY_AFTER_MS = 60 * 60 * 1000;

/** What is retried of a run that ends, after an hour; null where nothing is. A retry is not retried. */
export function retryAfter(
  { retries, run }: Sync,
  job: string | undefined,
  failed: number,
  now: number,
): Sync['retry'] {
  const isMeant = retries && run?.isRetry === false && job !== undefined && failed > 0 && failed <= MOST_RETRIED;
  if (!isMeant) return null;
  const { organizationsJob, entitlementsJob } = run;
  return { at: now + RETRY_AFTER_MS, job, organizationsJob, entitlementsJob };
}

/** What is retried, later: the site has got in the way. */
export const postponed = (retry: NonNullable<Sync['retry']>, now: number) => ({ ...retry, at: now + RETRY_AFTER_MS });

/** Whether what failed is to be sent once more. A delivery that is due goes first, and has these rows itself. */
export const isRetryDue = ({ retry, run, isPaused }: Sync, now: number): boolean =>
  retry !== null && retry.at <= now && run === null && !isPaused;

/** The jobs of a run in the order in which they run; which of them is which. */
export type RunJobs = Pick<SyncRun, 'jobs' | 'organizationsJob' | 'entitlementsJob' | 'vanishedJob'>;

export const noJobs: RunJobs = { jobs: [], organizationsJob: null, entitlementsJob: null, vanishedJob: null };

/** What a job of a run does. */
export function roleOf({ organizationsJob, entitlementsJob, vanishedJob }: RunJobs, jobId: string): JobRole {
  if (jobId === organizationsJob) return 'organizations';
  if (jobId === entitlementsJob) return 'entitlements';
  return jobId === vanishedJob ? 'vanished' : 'own';
}

export const rolesOf = (run: RunJobs): JobRole[] => run.jobs.map((jobId) => roleOf(run, jobId));

/** A run of jobs that come of no delivery: what was applied last is still the last. */
export function runWithoutDelivery(
  { nextRun, lastId, lastHash }: Sync,
  { counts, jobs, remark }: { counts: SyncCounts; jobs: RunJobs; remark: string },
  now: number,
): SyncRun {
  const delivery = { number: 0, id: lastId, hash: lastHash ?? '', stored: [], isTest: false, at: now };
  return {
    ...{ no: nextRun, delivery, phase: 'running', startedAt: now, counts, ...jobs },
    ...{ remark, tries: 0, isRetry: false, isPartial: false },
  };
}

/** Whether so many changes wait for a person. What knows nothing yet has no share that changes, and 100 % allows any. */
export function needsApproval(
  counts: SyncCounts,
  touchesVanished: boolean,
  known: number,
  { percent, rows }: SyncLimits,
): boolean {
  const changes = counts.new + counts.changed + (touchesVanished ? counts.vanished : 0);
  if (changes > rows) return true;
  return known > 0 && percent < 100 && changes * 100 > known * percent;
}

export type RunningSync = Sync & { run: SyncRun };

/** Whether a sync is still at the run that was being worked on, in the same phase. */
export const isAt = (sync: Sync, { no, phase }: SyncRun): sync is RunningSync =>
  sync.run?.no === no && sync.run.phase === phase;

/** What ending a run leaves in the sync, however it ends. */
export const afterRun = ({ delivery }: SyncRun) => ({ run: null, parked: null, lastId: delivery.id });

/** The sync with one more line in its log. */
export const withEnded = (sync: Sync, ended: EndedRun): Sync => ({
  ...sync,
  runs: [ended, ...sync.runs].slice(0, RUNS_KEPT),
});
