import * as v from 'valibot';
import { personSchema } from './person';
import { productSchema } from './entitlements';
import { syncLimitsSchema, timedScheduleSchema } from './syncs';

/** Entitlement rules of a site: all of them are read whenever it is looked for what is due. */
export const MAX_RULES = 20;
/** Runs of a rule that its page shows, and its record keeps. */
export const RULE_RUNS_KEPT = 30;
/** Customers that a run grants something to, changes it for or revokes it from that are listed by name: so many of each. */
export const MAX_NAMED = 500;
/** Customers that one rule covers: what it knows of them has to fit the memory of a function. */
export const MAX_COVERED = 100_000;
/** Values of the organization field, any of which makes an organization match. */
export const MAX_CONDITION_VALUES = 50;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const fieldName = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const fieldValue = v.pipe(v.string(), v.maxLength(255));

/** Which organizations a rule is about: those whose detail field holds one of the values. */
export const ruleConditionSchema = v.object({
  field: fieldName,
  values: v.pipe(
    v.array(v.pipe(fieldValue, v.trim(), v.minLength(1))),
    v.minLength(1),
    v.maxLength(MAX_CONDITION_VALUES),
  ),
});

/** What an entitlement holds in one of its detail fields. */
export const ruleValueSchema = v.object({ name: fieldName, values: v.pipe(v.array(fieldValue), v.minLength(1)) });

export const ruleSettingsSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  condition: ruleConditionSchema,
  product: productSchema,
  values: v.pipe(v.array(ruleValueSchema), v.maxLength(50)),
  /** Whether a customer who is entitled through an organization needs no entitlement of their own. */
  countsInherited: v.boolean(),
  /** Whether what the rule has granted is revoked from customers it no longer covers. */
  revokes: v.boolean(),
  /** From how many changes on a run waits for a person: in percent of the customers it covers, or in customers. */
  limits: syncLimitsSchema,
  schedule: timedScheduleSchema,
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});

/** What a run has found, in customers but for `organizations`, which match. */
export const ruleCountsSchema = v.object({
  organizations: count,
  covered: count,
  /** Those of them that are entitled as the rule wants it, by the rule or otherwise. */
  entitled: count,
  grant: count,
  change: count,
  revoke: count,
  /** Changes that were sent and did not succeed. */
  failed: count,
});

/** What is done to the entitlement of one customer. */
export const ruleChanges = ['grant', 'change', 'revoke'] as const;

/** How a run ended. `held`: it could not be read what to do. `stopped`: somebody paused or changed the rule meanwhile. */
export const ruleOutcomes = ['applied', 'nothing', 'preview', 'held', 'refused', 'stopped'] as const;

export const endedRuleRunSchema = v.object({
  no: count,
  at: v.number(),
  endedAt: v.number(),
  outcome: v.picklist(ruleOutcomes),
  counts: v.nullable(ruleCountsSchema),
  /** Why it was held, refused or stopped, or what else is to be known of it. */
  reason: v.string(),
  /** Who refused it, where somebody did. */
  by: v.optional(personSchema),
  /** The jobs that it was, in the order in which they ran. */
  jobs: v.array(v.string()),
});

/** `approval`: more changes than the limits allow wait for a person. */
export const rulePhases = ['reading', 'approval', 'making', 'running'] as const;

/** `off`: it was never switched on, or what it does was changed since. */
export const ruleModes = ['off', 'on', 'paused'] as const;

/** A customer that a run touches, by name and email, and what becomes of their entitlement. */
export const namedChangeSchema = v.object({
  customerId: v.string(),
  name: v.string(),
  email: v.string(),
  change: v.picklist(ruleChanges),
});

export const ruleViewSchema = v.object({
  id: v.string(),
  ...ruleSettingsSchema.entries,
  owner: personSchema,
  createdAt: v.number(),
  mode: v.picklist(ruleModes),
  /** Why it waits for a person: whom it acts as may not do what it does. */
  parked: v.nullable(v.object({ reason: v.string(), since: v.number() })),
  /** Whether there is a preview of what it does now: it is switched on only then. */
  isPreviewed: v.boolean(),
  /** Entitlements that the rule has granted and that were there when it was last looked. */
  granted: count,
  /** When the next run is due, in milliseconds since 1970; null where none is. */
  nextAt: v.nullable(v.number()),
  run: v.nullable(
    v.object({
      no: count,
      phase: v.picklist(rulePhases),
      isPreview: v.boolean(),
      startedAt: v.number(),
      /** What was read so far. */
      read: v.object({ organizations: count, customers: count }),
      counts: v.nullable(ruleCountsSchema),
      jobs: v.array(v.string()),
    }),
  ),
  /** The latest first. */
  runs: v.array(endedRuleRunSchema),
});

/** A rule that waits for a person: its run for approval, or because it has stopped, or its last run was held. */
export const ruleInNeedSchema = v.object({
  id: v.string(),
  name: v.string(),
  why: v.picklist(['stopped', 'approval', 'held']),
  reason: v.string(),
});

export type RuleInNeed = v.InferOutput<typeof ruleInNeedSchema>;
export type RuleCondition = v.InferOutput<typeof ruleConditionSchema>;
export type RuleValue = v.InferOutput<typeof ruleValueSchema>;
export type RuleSettings = v.InferOutput<typeof ruleSettingsSchema>;
export type RuleCounts = v.InferOutput<typeof ruleCountsSchema>;
export type RuleChange = (typeof ruleChanges)[number];
export type EndedRuleRun = v.InferOutput<typeof endedRuleRunSchema>;
export type NamedChange = v.InferOutput<typeof namedChangeSchema>;
export type RuleView = v.InferOutput<typeof ruleViewSchema>;
