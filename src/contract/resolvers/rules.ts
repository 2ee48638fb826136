import * as v from 'valibot';
import { namedChangeSchema, ruleInNeedSchema, ruleSettingsSchema, ruleViewSchema } from '../rules';

const one = v.object({ ruleId: v.string() });
const run = v.object({ ...one.entries, no: v.number() });
const view = v.object({ rule: ruleViewSchema });

/** The pages of entitlement rules. */
export const ruleResolvers = {
  'rules.list': { request: v.object({}), response: v.object({ rules: v.array(ruleViewSchema) }) },
  /** The rules that wait for a person. */
  'rules.attention': { request: v.object({}), response: v.object({ rules: v.array(ruleInNeedSchema) }) },
  'rules.get': { request: one, response: view },
  /** Creates a rule that is switched off, and begins its preview. */
  'rules.create': { request: v.object({ settings: ruleSettingsSchema }), response: view },
  /** Where what the rule does is changed it is switched off, and previewed again. The product stays. */
  'rules.save': { request: v.object({ ...one.entries, settings: ruleSettingsSchema }), response: view },
  /** Everything that it has granted stays. */
  'rules.delete': { request: one, response: v.object({}) },
  'rules.preview': { request: one, response: view },
  /** Switches it on, or resumes it, and begins a run. CONFLICT as long as there is no preview. */
  'rules.switchOn': { request: one, response: view },
  'rules.pause': { request: one, response: view },
  /** The rule acts as whoever calls from now on. */
  'rules.takeOver': { request: one, response: view },
  'rules.approve': { request: run, response: view },
  'rules.refuse': { request: run, response: view },
  /** The first customers that the current or the last run touches, by name. */
  'rules.changes': { request: one, response: v.object({ changes: v.array(namedChangeSchema) }) },
} as const;
