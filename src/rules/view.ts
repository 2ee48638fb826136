import type { RuleInNeed, RuleView } from '../contract/rules';
import { type Rule, nextRunAt } from '../domain/rules/rule';
import { readRule, readRuleIds } from './store';

/** What a page shows of a rule. */
export function viewOf(rule: Rule): RuleView {
  const { run, granted, wanted: _, since: __, nextRun: ___, ...shown } = rule;
  return {
    ...shown,
    granted: granted.entitlements,
    nextAt: run === null ? nextRunAt(rule) : null,
    run: run && {
      ...{ no: run.no, phase: run.phase, isPreview: run.isPreview, startedAt: run.startedAt, counts: run.counts },
      read: { organizations: run.reading.organizations, customers: run.reading.customers },
      jobs: run.jobs.map(({ jobId }) => jobId),
    },
  };
}

/** All rules of the site, in the order in which they were created. */
async function readRules(): Promise<Rule[]> {
  const found = await Promise.all((await readRuleIds()).map(readRule));
  return found.filter((rule) => rule !== undefined);
}

export const listRules = async (): Promise<RuleView[]> => (await readRules()).map(viewOf);

/** The rules that wait for a person, with the reason. */
export const rulesInNeed = async (): Promise<RuleInNeed[]> => (await readRules()).flatMap(needOf);

function needOf({ id, name, parked, run, runs }: Rule): RuleInNeed[] {
  if (parked !== null) return [{ id, name, why: 'stopped', reason: parked.reason }];
  if (run?.phase === 'approval') return [{ id, name, why: 'approval', reason: '' }];
  const [last] = runs;
  return run === null && last?.outcome === 'held' ? [{ id, name, why: 'held', reason: last.reason }] : [];
}
