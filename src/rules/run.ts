import type { Person } from '../contract/person';
import type { EndedRuleRun, RuleChange, RuleCounts } from '../contract/rules';
import { ruleChanges } from '../contract/rules';
import { fillableFields } from '../csm/fillable-fields';
import { hasEnded } from '../domain/jobs/head';
import {
  type FoundByCustomer,
  type Made,
  byCustomer,
  countsOf,
  customersOf,
  grantedAfter,
  namedChanges,
} from '../domain/rules/found';
import { type Rule, type RuleRun, type RunningRule, ended, needsApproval } from '../domain/rules/rule';
import { cancelJob, startJob } from '../jobs/intake/lifecycle';
import { readHead } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import { listResults } from '../jobs/view/results';
import type { Clock } from '../platform/clock';
import { HeldRun } from './held';
import { makeJob } from './make-job';
import { deleteFound, deleteGranted, packChanges, readFound, readGranted, writeGranted } from './packed';
import { valueProblem } from './plan';
import type { RuleSite } from './site';
import { changeRule, keys } from './store';

/** Whether a rule is still at the run that is being worked on, in the same phase. */
const isAt = (rule: Rule, { no, phase }: RuleRun): rule is RunningRule =>
  rule.run?.no === no && rule.run.phase === phase;

const foundOf = async ({ id, run }: RunningRule): Promise<FoundByCustomer> =>
  byCustomer(await readFound(id, run.reading.chunks));

const changesIn = ({ grant, change, revoke }: RuleCounts): number => grant + change + revoke;

/** Takes a run on whose reading is done: it ends, waits for a person, or its jobs are to be made. */
export async function concludeReading(rule: RunningRule, clock: Clock): Promise<void> {
  const { run } = rule;
  const found = await foundOf(rule);
  const counts = countsOf(found, run.reading.matching);
  const named = new Map([[keys.changes(rule.id), packChanges(namedChanges(found))]]);
  if (run.isPreview) {
    const preview = { outcome: 'preview', reason: '', counts } as const;
    await changeRule(
      rule.id,
      (now) => (isAt(now, run) ? { ...ended(now, preview, clock.now()), isPreviewed: true } : null),
      named,
    );
    await deleteFound(rule.id, run.reading.chunks);
    return;
  }
  if (changesIn(counts) === 0) {
    await settle(rule, found, { outcome: 'nothing', reason: '', counts }, nothingMade, clock);
    return;
  }
  const phase = needsApproval(counts, rule.granted.entitlements, rule.limits) ? 'approval' : 'making';
  await changeRule(rule.id, (now) => (isAt(now, run) ? { ...now, run: { ...now.run, counts, phase } } : null), named);
}

/** Makes the jobs of a run, each committed as it is made. One whose commit was lost never starts. */
export async function makeJobs(rule: RunningRule, { csm, clock }: RuleSite): Promise<void> {
  const { run } = rule;
  const found = await foundOf(rule);
  const fields = await fillableFields(csm, 'entitlement');
  // Fields may have changed while it waited for a person.
  const problem = valueProblem(rule, fields);
  if (problem !== null) throw new HeldRun(`${problem} Edit the rule.`);
  const context = { granted: await readGranted(rule), fields };
  const jobs = [...run.jobs];
  for (const change of ruleChanges) {
    const customers = customersOf(found, change);
    if (customers.length === 0 || jobs.some((job) => job.change === change)) continue;
    jobs.push({ change, jobId: await makeJob(rule, change, customers, context, clock) });
    const made = [...jobs];
    await changeRule(rule.id, (now) => (isAt(now, run) ? { ...now, run: { ...now.run, jobs: made } } : null));
  }
  await changeRule(rule.id, (now) => (isAt(now, run) ? { ...now, run: { ...now.run, phase: 'running' } } : null));
}

/** Starts the jobs of a run one after the other, and counts in what they have done. False while one is on its way. */
export async function followJobs(rule: RunningRule, clock: Clock): Promise<boolean> {
  for (const { jobId } of rule.run.jobs) {
    const head = (await readHead(jobId))?.value;
    if (head?.state === 'uploading') {
      await startJob(jobId, clock);
      return false;
    }
    if (head !== undefined && !hasEnded(head)) return false;
  }
  await countIn(rule, clock);
  return true;
}

const nothingMade: Made = { granted: new Map(), revoked: new Set() };

async function countIn(rule: RunningRule, clock: Clock): Promise<void> {
  const granted = new Map<string, string>();
  const revoked = new Set<string>();
  let [failed, reason] = [0, ''];
  for (const { change, jobId } of rule.run.jobs) {
    const head = (await readHead(jobId))?.value;
    if (head === undefined) {
      reason = 'A job of the run was deleted before it was counted in. What it has granted is not the rule’s.';
      continue;
    }
    failed += head.rows.accepted - head.tally.succeeded;
    await readMade(change, jobId, granted, revoked);
  }
  const counts = rule.run.counts === null ? null : { ...rule.run.counts, failed };
  const end = { outcome: 'applied', reason, counts } as const;
  await settle(rule, await foundOf(rule), end, { granted, revoked }, clock);
}

/** Reads the account of a job. What a row has found done may be somebody else's, and is not the rule's. */
async function readMade(
  change: RuleChange,
  jobId: string,
  granted: Map<string, string>,
  revoked: Set<string>,
): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listResults>> = await listResults(jobId, cursor);
    for (const { cells, outcome, done, id } of page.rows) {
      const [customerId] = cells;
      if (customerId === undefined) continue;
      // A row that is partly done has granted the product, and lacks some of its values.
      const isMade = (outcome === 'succeeded' || outcome === 'partly') && !done.startsWith('found ') && id !== '';
      if (change === 'grant' && isMade) granted.set(customerId, id);
      if (change === 'revoke' && outcome === 'succeeded') revoked.add(customerId);
    }
    cursor = page.next;
  } while (cursor !== null);
}

type Ending = Pick<EndedRuleRun, 'outcome' | 'reason' | 'counts'>;

/** Ends a run, and remembers what the rule has granted after it. */
async function settle(
  rule: RunningRule,
  found: FoundByCustomer,
  ending: Ending,
  made: Made,
  clock: Clock,
): Promise<void> {
  const before = await readGranted(rule);
  const after = grantedAfter(before, found, made);
  const isSame = after.size === before.size && [...after].every(([customer, id]) => before.get(customer) === id);
  const granted = isSame ? rule.granted : await writeGranted(rule, after);
  const { run } = rule;
  const settled = await changeRule(rule.id, (now) =>
    isAt(now, run) ? { ...ended(now, ending, clock.now()), granted } : null,
  );
  await deleteFound(rule.id, run.reading.chunks);
  if (!isSame && settled.granted.generation === granted.generation) await deleteGranted(rule.id, rule.granted);
}

/** Ends a run that cannot go on, before any of its jobs has started. */
export async function holdRun(rule: RunningRule, reason: string, clock: Clock): Promise<void> {
  const { run } = rule;
  for (const { jobId } of run.jobs) if ((await readHead(jobId)) !== undefined) await cancelJob(jobId, null, clock);
  await changeRule(rule.id, (now) => (isAt(now, run) ? ended(now, { outcome: 'held', reason }, clock.now()) : null));
  await deleteFound(rule.id, run.reading.chunks);
}

/** Lets a run that waits go on. @throws JobRefusal NOT_FOUND, CONFLICT where it does not wait any more */
export async function approveRun(ruleId: string, no: number): Promise<Rule> {
  return changeRule(ruleId, (now) => {
    if (now.run?.no !== no || now.run.phase !== 'approval') throw decided();
    return { ...now, run: { ...now.run, phase: 'making' } };
  });
}

/** Ends a run that waits: nothing of it is done. @throws JobRefusal NOT_FOUND, CONFLICT where it does not wait any more */
export async function refuseRun(ruleId: string, no: number, by: Person, clock: Clock): Promise<Rule> {
  return changeRule(ruleId, (now) => {
    if (now.run?.no !== no || now.run.phase !== 'approval') throw decided();
    return ended({ ...now, run: now.run }, { outcome: 'refused', reason: '', by }, clock.now());
  });
}

const decided = (): JobRefusal => new JobRefusal('CONFLICT', 'The changes don’t wait any more.', 'Reload the page.');
