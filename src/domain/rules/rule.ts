import * as v from 'valibot';
import { personSchema } from '../../contract/person';
import {
  type EndedRuleRun,
  RULE_RUNS_KEPT,
  type RuleCounts,
  type RuleSettings,
  endedRuleRunSchema,
  ruleChanges,
  ruleCountsSchema,
  ruleModes,
  rulePhases,
  ruleSettingsSchema,
} from '../../contract/rules';
import { dueAfter } from '../syncs/schedule';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How far a run has read: it goes on from here, whoever takes it up. */
const readingSchema = v.object({
  /** Organizations of the site that were looked at, in the order in which it lists them, and whether that was all. */
  organizations: count,
  isLast: v.boolean(),
  /** Ids of those that match and whose customers have not been read, and how many of the first one's have. */
  pending: v.array(v.string()),
  members: count,
  /** Organizations that match, and customers read, so far. */
  matching: count,
  customers: count,
  /** Customers that the rule has granted to and does not seem to cover that were looked at; all of them once `isRead`. */
  leavers: count,
  isRead: v.boolean(),
  /** Stored values that hold what was decided. */
  chunks: count,
});

const runSchema = v.object({
  no: count,
  phase: v.picklist(rulePhases),
  isPreview: v.boolean(),
  startedAt: v.number(),
  reading: readingSchema,
  counts: v.nullable(ruleCountsSchema),
  /** The jobs in the order in which they run, each with what it does. */
  jobs: v.array(v.object({ change: v.picklist(ruleChanges), jobId: v.string() })),
  /** Tries in a row that met trouble which may pass. */
  tries: v.optional(count, 0),
});

/** Where it stands what the rule has granted: so many stored values of a generation, with so many entitlements. */
const grantedSchema = v.object({ generation: count, chunks: count, entitlements: count });

/**
 * The one record of a rule that changes, by compare-and-swap. README.md beside this file describes its life. As those of
 * jobs, its schema only ever grows (decision 11).
 */
export const ruleSchema = v.object({
  id: v.string(),
  ...ruleSettingsSchema.entries,
  owner: personSchema,
  createdAt: v.number(),
  mode: v.picklist(ruleModes),
  isPreviewed: v.boolean(),
  parked: v.nullable(v.object({ reason: v.string(), since: v.number() })),
  /** What a person has asked for, ahead of the schedule. */
  wanted: v.nullable(v.picklist(['preview', 'run'])),
  /** When the last run that was due began, or it was switched on: the schedule goes on from there. */
  since: v.number(),
  nextRun: count,
  run: v.nullable(runSchema),
  /** The latest first. */
  runs: v.array(endedRuleRunSchema),
  granted: grantedSchema,
});

export type Rule = v.InferOutput<typeof ruleSchema>;
export type RuleRun = v.InferOutput<typeof runSchema>;
export type RuleReading = v.InferOutput<typeof readingSchema>;
export type RunningRule = Rule & { run: RuleRun };

/** A rule that was just created: switched off, and to be previewed. */
export function newRule(facts: Pick<Rule, 'id' | 'owner'> & RuleSettings, now: number): Rule {
  return {
    ...facts,
    createdAt: now,
    mode: 'off',
    isPreviewed: false,
    parked: null,
    wanted: 'preview',
    since: now,
    nextRun: 1,
    run: null,
    runs: [],
    granted: { generation: 0, chunks: 0, entitlements: 0 },
  };
}

const newReading: RuleReading = {
  ...{ organizations: 0, isLast: false, pending: [], members: 0, matching: 0, customers: 0 },
  ...{ leavers: 0, isRead: false, chunks: 0 },
};

/** When the next run is due, in milliseconds since 1970; null where none is. */
export function nextRunAt(rule: Rule): number | null {
  if (rule.wanted === 'preview' || (rule.wanted === 'run' && rule.mode === 'on')) return 0;
  return rule.mode === 'on' ? dueAfter(rule.schedule, rule.since, rule.timeZone) : null;
}

/** The rule with the run that is due begun; null where none is, or one is on its way. */
export function begun(rule: Rule, now: number): Rule | null {
  const due = nextRunAt(rule);
  if (rule.run !== null || rule.parked !== null || due === null || due > now) return null;
  const isPreview = rule.wanted === 'preview';
  const run: RuleRun = {
    ...{ no: rule.nextRun, phase: 'reading', isPreview, startedAt: now, reading: newReading },
    ...{ counts: null, jobs: [], tries: 0 },
  };
  return { ...rule, wanted: null, since: isPreview ? rule.since : now, nextRun: rule.nextRun + 1, run };
}

type Ending = Pick<EndedRuleRun, 'outcome' | 'reason' | 'by'> & { counts?: RuleCounts | null };

/** The rule with its run ended, and one more line in its log. */
export function ended(rule: RunningRule, { counts = rule.run.counts, ...how }: Ending, now: number): Rule {
  const { no, startedAt, jobs } = rule.run;
  const line: EndedRuleRun = {
    ...{ no, at: startedAt, endedAt: now, counts, ...how },
    jobs: jobs.map(({ jobId }) => jobId),
  };
  return { ...rule, run: null, runs: [line, ...rule.runs].slice(0, RULE_RUNS_KEPT) };
}

/** Whether anything of the run can have reached the site. */
export const hasSent = ({ phase }: RuleRun): boolean => phase === 'making' || phase === 'running';

/** The rule without a run of which nothing was sent yet. */
export const stopped = (rule: Rule, reason: string, now: number): Rule =>
  rule.run === null || hasSent(rule.run)
    ? rule
    : ended({ ...rule, run: rule.run }, { outcome: 'stopped', reason }, now);

/** Whether both do the same to a site; when and how much at once is no part of that. */
export function doesTheSame(one: RuleSettings, other: RuleSettings): boolean {
  const what = ({ condition, product, values, countsInherited, revokes }: RuleSettings) =>
    JSON.stringify([condition, product.id, values, countsInherited, revokes]);
  return what(one) === what(other);
}

/**
 * Whether so many changes wait for a person.
 * @param granted entitlements that the rule has granted before: a rule that has granted none has no share that changes
 */
export function needsApproval(counts: RuleCounts, granted: number, { rows, percent }: RuleSettings['limits']): boolean {
  const changes = counts.grant + counts.change + counts.revoke;
  if (changes > rows) return true;
  return granted > 0 && changes * 100 > Math.max(counts.covered, granted) * percent;
}
