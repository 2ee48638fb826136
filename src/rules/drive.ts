import { hasEnded } from '../domain/jobs/head';
import { type Rule, type RunningRule, begun } from '../domain/rules/rule';
import { isUnreadable, readHeadOrRemains, readSite } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { SiteError } from '../platform/http/site-error';
import { factsOf, log } from '../platform/log';
import { pushRule } from '../platform/queue';
import { isStoreBusy } from '../platform/store-busy';
import { HeldRun } from './held';
import { concludeReading, followJobs, holdRun, makeJobs } from './run';
import type { RuleSite } from './site';
import { changeRule, readRule, readRuleIds } from './store';
import { survey } from './survey';

/** Makes the site as the person who owns a rule sees it. */
export type SiteFor = (rule: Rule) => RuleSite;

/** Tries in a row that meet trouble which may pass, some minutes apart, before a run is given up until the next one. */
const TRIES = 12;
const RETRY_SECONDS = 120;

/**
 * Takes a rule as far as it gets: anyone may call it at any time, from the stored state alone. A run is one thing after the
 * other: read, approved where it changes much, made into jobs, followed, and counted in.
 */
export async function driveRule(ruleId: string, siteFor: SiteFor, clock: Clock): Promise<void> {
  for (;;) {
    const rule = await readRule(ruleId);
    if (rule === undefined) return;
    const { run } = rule;
    if (run === null) {
      if (begun(rule, clock.now()) === null) return;
      await changeRule(ruleId, (now) => begun(now, clock.now()));
      continue;
    }
    if (run.phase === 'approval' || rule.parked !== null) return;
    if (!(await takeOn({ ...rule, run }, siteFor(rule)))) return;
  }
}

/** Takes a run one phase further. False where it is a later event's turn. */
async function takeOn(rule: RunningRule, site: RuleSite): Promise<boolean> {
  const { run } = rule;
  try {
    if (run.phase === 'running') return await followJobs(rule, site.clock);
    if (run.phase === 'making') {
      await makeJobs(rule, site);
      return true;
    }
    // Jobs come first: what a rule reads beside one would slow both down. A preview has somebody looking at it.
    if (!run.isPreview && (await readSite()).value.turn !== null) return false;
    if (await survey(rule, site)) {
      await concludeSurvey(rule.id, site.clock);
      return true;
    }
    await pushRule(rule.id);
    return false;
  } catch (error) {
    return meetTrouble(rule, error, site.clock);
  }
}

/** The survey has committed how far it got: that counts. */
async function concludeSurvey(ruleId: string, clock: Clock): Promise<void> {
  const rule = await readRule(ruleId);
  if (rule?.run?.reading.isRead === true && rule.run.phase === 'reading')
    await concludeReading({ ...rule, run: rule.run }, clock);
}

/** True where the run has ended by it; false where it is tried again later, or waits for a person. */
async function meetTrouble(rule: RunningRule, error: unknown, clock: Clock): Promise<boolean> {
  if (error instanceof SiteError && (error.kind === 'forbidden' || error.kind === 'unauthenticated')) {
    await park(rule, error, clock);
    return false;
  }
  const reason = heldBecause(error, rule.run.tries);
  // Once its jobs have begun, a run is followed to its end: what they grant is the rule's.
  if (reason !== null && rule.run.phase !== 'running') {
    await holdRun(rule, reason, clock);
    return true;
  }
  if (!(error instanceof SiteError) && !isStoreBusy(error)) log('rule-fault', factsOf(error));
  await changeRule(rule.id, (now) =>
    now.run?.no === rule.run.no ? { ...now, run: { ...now.run, tries: now.run.tries + 1 } } : null,
  );
  await pushRule(rule.id, RETRY_SECONDS);
  return false;
}

/** Why a run is given up; null where it may get through yet. */
function heldBecause(error: unknown, tries: number): string | null {
  if (error instanceof HeldRun) return error.message;
  if (error instanceof JobRefusal) return [error.message, error.advice].filter((words) => words).join(' ');
  if (tries < TRIES) return null;
  return error instanceof SiteError
    ? 'Your site didn’t respond for a long time. The next run tries again.'
    : 'Something went wrong in the app, several times. Check the app’s log.';
}

async function park({ id, owner }: Rule, error: SiteError, clock: Clock): Promise<void> {
  const said = error.serverMessages.join(' ');
  const reason = `${owner.name}, as whom it acts, may not read what it needs${said === '' ? '.' : `: ${said}`}`;
  await changeRule(id, (now) => ({ ...now, parked: { reason, since: clock.now() } }));
}

/** Lets the rule that a job belongs to count it in, once the job has ended. */
export async function wakeRuleOf(jobId: string): Promise<void> {
  const found = await readHeadOrRemains(jobId);
  if (found === undefined || isUnreadable(found) || found.ruleId === null || !hasEnded(found)) return;
  await pushRule(found.ruleId);
}

/** Whether a look at a rule can take it further. */
const hasToBeDriven = (rule: Rule, now: number): boolean =>
  rule.run === null ? begun(rule, now) !== null : rule.run.phase !== 'approval' && rule.parked === null;

/** Looks at the rules of the site, every five minutes: what is due begins, and what has got stuck goes on. */
export async function wakeRules(clock: Clock): Promise<void> {
  for (const id of await readRuleIds()) {
    const rule = await readRule(id);
    if (rule !== undefined && hasToBeDriven(rule, clock.now())) await pushRule(id);
  }
}
