import type { EndedRuleRun, RuleChange, RuleCounts, RuleSettings, RuleView } from '../../../../contract/rules';
import { isolated } from '../../../../domain/isolated';
import { countOf, enumerated, formatCount, formatExact, quoted } from '../../../shared/format';
import { type State, scheduleWords } from '../words';

/** Whom a rule covers and what they get, in a sentence. */
export function ruleWords({ condition, product, values }: RuleSettings): string {
  const who = `Every customer of an organization whose ${condition.field} is ${quoted(condition.values)}`;
  const what = values.map(({ name, values: held }) => `${name} ${quoted(held)}`);
  const details = what.length === 0 ? '' : `, with ${enumerated(what)}`;
  return `${who} is entitled to ${isolated(product.name)}${details}.`;
}

/** What a rule does beside granting. */
export function habitWords({ countsInherited, revokes }: RuleSettings): string {
  const inherited = countsInherited
    ? 'Customers who inherit the product from their organization need no entitlement of their own.'
    : 'Customers are entitled directly, even if they inherit the product from their organization.';
  const leaving = revokes
    ? 'What the rule granted is revoked when it no longer covers a customer.'
    : 'What the rule granted stays when it no longer covers a customer.';
  return `${inherited} ${leaving}`;
}

/** How a rule stands, in a word. */
export function stateOf({ parked, run, mode, isPreviewed, runs }: RuleView): State {
  if (parked !== null) return { words: 'Needs attention', appearance: 'removed' };
  if (run?.phase === 'approval') return { words: 'Waits for approval', appearance: 'moved' };
  if (run !== null) return { words: run.isPreview ? 'Previewing' : 'Running', appearance: 'inprogress' };
  if (mode === 'paused') return { words: 'Paused', appearance: 'default' };
  const [last] = runs;
  if (last?.outcome === 'held') return { words: 'Held', appearance: 'removed' };
  if (mode === 'off') return { words: isPreviewed ? 'Off' : 'Waits for its preview', appearance: 'default' };
  if ((last?.counts?.failed ?? 0) > 0) return { words: 'Changes failed', appearance: 'moved' };
  return { words: 'On', appearance: 'success' };
}

const outcomes: Record<EndedRuleRun['outcome'], State> = {
  applied: { words: 'Applied', appearance: 'success' },
  nothing: { words: 'Nothing to do', appearance: 'success' },
  preview: { words: 'Preview', appearance: 'default' },
  held: { words: 'Held', appearance: 'removed' },
  refused: { words: 'Refused', appearance: 'default' },
  stopped: { words: 'Stopped', appearance: 'default' },
};

/** How a run ended, in a word. */
export const outcomeOf = ({ outcome, counts }: EndedRuleRun): State =>
  outcome === 'applied' && (counts?.failed ?? 0) > 0 ? { words: 'In part', appearance: 'moved' } : outcomes[outcome];

/** What becomes of the entitlement of one customer. */
export const changeWords: Record<RuleChange, string> = { grant: 'Grant', change: 'Change values', revoke: 'Revoke' };

/** What a run would change, or has changed: "3 to grant, 1 to revoke"; empty where that is nothing. */
export function countWords({ grant, change, revoke, failed }: RuleCounts, isDone = false): string {
  const parts = [
    [grant, isDone ? 'granted' : 'to grant'],
    [change, isDone ? 'changed' : 'with values to change'],
    [revoke, isDone ? 'revoked' : 'to revoke'],
    [failed, 'of them failed'],
  ] as const;
  return enumerated(
    parts.flatMap(([count, words]) => (count === 0 ? [] : [`${formatCount(count)} ${words}`])),
    parts.length,
  );
}

/** Whom a rule covers and what it would change, in numbers. */
export function coverWords(counts: RuleCounts): string {
  const { organizations, covered, entitled } = counts;
  const changes = countWords(counts);
  const where = `${countOf(covered, 'customer')} in ${countOf(organizations, 'matching organization')}`;
  return `${where}. ${formatCount(entitled)} already entitled. ${changes === '' ? 'Nothing to change' : `Entitlements: ${changes}`}.`;
}

/** When a rule runs next, or why it does not. */
export function nextWords({ mode, nextAt, schedule, timeZone, isPreviewed }: RuleView): string {
  if (mode === 'paused') return 'Paused: nothing is granted or revoked.';
  if (mode === 'off') return isPreviewed ? 'Off: nothing is granted or revoked.' : 'Its preview begins in a moment.';
  const next = nextAt === null || nextAt === 0 ? '' : ` Next run ${formatExact(nextAt)}.`;
  return `${scheduleWords(schedule, timeZone)}.${next}`;
}
