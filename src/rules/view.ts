import type { RuleView } from '../contract/rules';
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
export async function listRules(): Promise<RuleView[]> {
  const found = await Promise.all((await readRuleIds()).map(readRule));
  return found.filter((rule) => rule !== undefined).map(viewOf);
}
