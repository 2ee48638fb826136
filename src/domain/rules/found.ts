import * as v from 'valibot';
import type { NamedChange, RuleChange, RuleCounts } from '../../contract/rules';
import { MAX_NAMED } from '../../contract/rules';

const decisions = ['grant', 'change', 'keep', 'other', 'revoke', 'stay', 'forget'] as const;
export type Decision = (typeof decisions)[number];

/** What was decided for one customer; the name and the email are empty where nothing changes. */
export const foundSchema = v.tuple([v.string(), v.picklist(decisions), v.string(), v.string()]);
export type Found = v.InferOutput<typeof foundSchema>;

/** What a run has decided, by customer: the first word counts, as a customer can be in several organizations. */
export type FoundByCustomer = ReadonlyMap<string, Found>;

export function byCustomer(all: Iterable<Found>): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const one of all) if (!found.has(one[0])) found.set(one[0], one);
  return found;
}

const changeOf: Partial<Record<Decision, RuleChange>> = { grant: 'grant', change: 'change', revoke: 'revoke' };

/** The customers of one change, in the order in which they were found. */
export const customersOf = (found: FoundByCustomer, change: RuleChange): Found[] =>
  [...found.values()].filter(([, decision]) => changeOf[decision] === change);

const isMember: Partial<Record<Decision, true>> = { grant: true, change: true, keep: true, other: true };

/** Counts what was decided. `organizations`: those that match. */
export function countsOf(found: FoundByCustomer, organizations: number): RuleCounts {
  const counts = { organizations, covered: 0, entitled: 0, grant: 0, change: 0, revoke: 0, failed: 0 };
  for (const [, decision] of found.values()) {
    const change = changeOf[decision];
    if (isMember[decision]) counts.covered += 1;
    if (change !== undefined) counts[change] += 1;
    else if (isMember[decision]) counts.entitled += 1;
  }
  return counts;
}

/** The first customers of each change, by name. */
export function namedChanges(found: FoundByCustomer): NamedChange[] {
  const named = { grant: 0, change: 0, revoke: 0 };
  const all: NamedChange[] = [];
  for (const [customerId, decision, name, email] of found.values()) {
    const change = changeOf[decision];
    if (change === undefined || named[change] === MAX_NAMED) continue;
    named[change] += 1;
    all.push({ customerId, name, email, change });
  }
  return all;
}

/** What a job has made of the customers of a run. */
export interface Made {
  granted: ReadonlyMap<string, string>;
  revoked: ReadonlySet<string>;
}

/**
 * What a rule has granted, after a run: the entitlement by customer. What was not found any more is forgotten; what jobs
 * have granted counts, and what they have revoked does not any more.
 */
export function grantedAfter(
  before: ReadonlyMap<string, string>,
  found: FoundByCustomer,
  { granted, revoked }: Made,
): Map<string, string> {
  const after = new Map(before);
  for (const [customerId, decision] of found.values())
    if (decision === 'grant' || decision === 'other' || decision === 'forget') after.delete(customerId);
  for (const customerId of revoked) after.delete(customerId);
  for (const [customerId, entitlementId] of granted) after.set(customerId, entitlementId);
  return after;
}
