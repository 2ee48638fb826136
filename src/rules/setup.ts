import { randomUUID } from 'node:crypto';
import type { FieldDefinition } from '../contract/fields';
import type { RuleSettings } from '../contract/rules';
import { type Rule, doesTheSame, hasSent, newRule, stopped } from '../domain/rules/rule';
import { isTimeZone } from '../domain/syncs/schedule';
import { haveJobsActAs } from '../jobs/intake/act-as';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { pushRule } from '../platform/queue';
import { BATCH_KEYS, deleteValues, keysUnder } from '../platform/values';
import { valueProblem } from './plan';
import { addRule, changeRule, dropRule, keys } from './store';

/** The detail fields that a rule can name, as the site has them. */
export interface RuleFields {
  organization: readonly { name: string }[];
  entitlement: readonly FieldDefinition[];
}

/** Creates a rule that is switched off, and begins its preview. @throws JobRefusal INVALID, NOT_FOUND, CONFLICT */
export async function createRule(
  settings: RuleSettings,
  owner: Rule['owner'],
  fields: RuleFields,
  clock: Clock,
): Promise<Rule> {
  refuseSettings(settings, fields);
  const rule = newRule({ ...settings, id: randomUUID(), owner }, clock.now());
  await addRule(rule);
  await pushRule(rule.id);
  return rule;
}

/**
 * Changes what an administrator decides of a rule. Where that is what it does, it is off until it was previewed again.
 * @throws JobRefusal NOT_FOUND; INVALID also for another product; CONFLICT where a run has sent something
 */
export async function saveRule(
  ruleId: string,
  settings: RuleSettings,
  fields: RuleFields,
  clock: Clock,
): Promise<Rule> {
  refuseSettings(settings, fields);
  const after = await changeRule(ruleId, (now) => {
    if (now.product.id !== settings.product.id)
      throw new JobRefusal('INVALID', 'The product of a rule can’t be changed.', 'Create another rule.');
    if (doesTheSame(now, settings)) return { ...now, ...settings };
    refuseWhileSending(now);
    const rest = stopped(now, 'The rule was changed.', clock.now());
    return { ...rest, ...settings, mode: 'off', isPreviewed: false, wanted: 'preview' };
  });
  await pushRule(ruleId);
  return after;
}

function refuseSettings(settings: RuleSettings, { organization, entitlement }: RuleFields): void {
  const { condition, timeZone } = settings;
  if (!isTimeZone(timeZone))
    throw new JobRefusal('INVALID', `There is no time zone “${timeZone}”.`, 'Choose one such as Europe/Berlin.');
  if (!organization.some(({ name }) => name === condition.field))
    throw new JobRefusal('NOT_FOUND', `Organizations on your site have no detail field “${condition.field}”.`);
  const problem = valueProblem(settings, entitlement);
  if (problem !== null) throw new JobRefusal('INVALID', problem);
}

function refuseWhileSending({ run }: Rule): void {
  if (run !== null && hasSent(run))
    throw new JobRefusal('CONFLICT', 'A run is changing entitlements.', 'Wait for its end.');
}

/** Begins a preview of what the rule would do now. @throws JobRefusal NOT_FOUND, CONFLICT during a run */
export async function previewRule(ruleId: string): Promise<Rule> {
  const after = await changeRule(ruleId, (now) => {
    if (now.run !== null && !now.run.isPreview)
      throw new JobRefusal('CONFLICT', 'A run is on its way.', 'Wait for its end.');
    return now.run === null ? { ...now, wanted: 'preview' } : null;
  });
  await pushRule(ruleId);
  return after;
}

/** Switches a rule on, or resumes it, and begins a run. @throws JobRefusal NOT_FOUND, CONFLICT without a preview */
export async function switchOn(ruleId: string, clock: Clock): Promise<Rule> {
  const after = await changeRule(ruleId, (now) => {
    if (!now.isPreviewed)
      throw new JobRefusal('CONFLICT', 'The rule has no preview yet.', 'Wait for its preview, then switch it on.');
    return now.mode === 'on' ? null : { ...now, mode: 'on', wanted: 'run', since: clock.now() };
  });
  await pushRule(ruleId);
  return after;
}

/** Nothing more is decided until it is resumed. What is being sent goes on to its end. @throws JobRefusal NOT_FOUND */
export const pauseRule = (ruleId: string, clock: Clock): Promise<Rule> =>
  changeRule(ruleId, (now) =>
    now.mode === 'on' ? { ...stopped(now, 'The rule was paused.', clock.now()), mode: 'paused', wanted: null } : null,
  );

/** From now on the rule acts as this person, with the jobs of a run that is under way. @throws JobRefusal NOT_FOUND */
export async function takeOverRule(ruleId: string, owner: Rule['owner']): Promise<Rule> {
  const after = await changeRule(ruleId, (now) => ({ ...now, owner, parked: null }));
  const jobIds = (after.run?.jobs ?? []).map(({ jobId }) => jobId);
  await haveJobsActAs(jobIds, owner.accountId);
  await pushRule(ruleId);
  return after;
}

/** Deletes a rule with all that it knows. What it has granted stays, and so do its jobs. */
export async function deleteRule(ruleId: string): Promise<void> {
  await dropRule(ruleId);
  let some: string[] = [];
  for await (const key of keysUnder(keys.allOf(ruleId))) {
    some.push(key);
    if (some.length < BATCH_KEYS) continue;
    await deleteValues(some);
    some = [];
  }
  await deleteValues(some);
}
