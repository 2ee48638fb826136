import * as v from 'valibot';
import { entitlementsOf, entitlementsOfCustomer } from '../../sandbox/csm/associations';
import type { Customer, Entitlement } from '../../sandbox/csm/model';
import type { SiteState } from '../../sandbox/csm/state';
import type { Site } from '../../sandbox/site';
import type { ResultRow } from '../../src/contract/jobs';
import type { RuleSettings } from '../../src/contract/rules';
import { ruleSchema } from '../../src/domain/rules/rule';
import { unpack } from '../../src/platform/gzip';
import { keys } from '../../src/rules/store';
import type { VirtualSandbox } from '../support/sandbox';
import type { Hands } from './rule-hands';

const MAX_BYTES = 1024 * 1024;
const pairsSchema = v.array(v.tuple([v.string(), v.string()]));

/** What a rule remembers of having granted, as it is stored: the entitlement by customer. */
export function memoryOf({ platform }: VirtualSandbox<Site>, ruleId: string): Map<string, string> {
  const stored = platform.store.get('entity:record', keys.rule(ruleId))?.json ?? 'null';
  const { granted } = v.parse(v.object({ value: ruleSchema }), JSON.parse(stored)).value;
  const chunks = Array.from({ length: granted.chunks }, (_, chunk) => {
    const packed = platform.store.get('plain', keys.granted(ruleId, granted.generation, chunk))?.json ?? 'null';
    return v.parse(pairsSchema, JSON.parse(unpack(v.parse(v.string(), JSON.parse(packed)), MAX_BYTES)));
  });
  return new Map(chunks.flat());
}

/** What must hold at any time: nothing that somebody else has granted is revoked, or taken for the rule's own. */
export function checkRuleMoment(state: SiteState, hands: Hands, memory: ReadonlyMap<string, string>): string[] {
  const revoked = [...hands.granted.keys()].filter((id) => !state.entitlements.has(id));
  const taken = [...memory.values()].filter((id) => hands.granted.has(id));
  return [
    ...revoked.map((id) => `${id} was granted by hand, and was revoked`),
    ...taken.map((id) => `${id} was granted by hand, and counts as the rule’s`),
  ];
}

/** What a rule is held against in the end. */
export interface RuleEnd {
  state: SiteState;
  hands: Hands;
  rule: RuleSettings;
  memory: ReadonlyMap<string, string>;
  /** The rows of all jobs that have granted for it. */
  grants: readonly ResultRow[];
}

/** What must hold once a run has found nothing to do any more. */
export function checkRuleEnd(end: RuleEnd): string[] {
  return [...unentitled(end), ...falselyRemembered(end), ...forgotten(end), ...changed(end)];
}

const isCovered = ({ state, rule }: RuleEnd, { organizations }: Customer): boolean =>
  [...organizations].some((id) =>
    (state.organizations.get(id)?.details.get('tier') ?? []).some((tier) => rule.condition.values.includes(tier)),
  );

function unentitled(end: RuleEnd): string[] {
  const { state, rule } = end;
  return [...state.customers.values()].flatMap((customer) => {
    if (!isCovered(end, customer)) return [];
    const held = rule.countsInherited ? entitlementsOfCustomer(state, customer) : entitlementsOf(state, customer.id);
    const count = [...held].filter(({ productId, entity }) => productId === rule.product.id && entity).length;
    const own = [...entitlementsOf(state, customer.id)].filter(({ productId }) => productId === rule.product.id).length;
    if (own > 1) return [`${customer.email} has ${own} entitlements of their own`];
    return count > 0 ? [] : [`${customer.email} is covered, and not entitled`];
  });
}

/** What it remembers is on the site, as the rule wants it, and of customers whom it covers. */
function falselyRemembered(end: RuleEnd): string[] {
  const { state, rule, memory } = end;
  return [...memory].flatMap(([customerId, id]) => {
    const customer = state.customers.get(customerId);
    const entitlement = state.entitlements.get(id);
    const covered = customer !== undefined && isCovered(end, customer);
    // Of whom it does not cover, a rule that does not revoke learns nothing any more.
    if (!covered && !rule.revokes) return [];
    if (entitlement === undefined) return [`the rule remembers ${id}, which is not there`];
    if (entitlement.entity.id !== customerId) return [`the rule remembers ${id} of another customer`];
    if (!covered) return [`${customerId} is not covered, and keeps what the rule has granted`];
    return hasValues(entitlement, rule) ? [] : [`${id} has other values than the rule’s`];
  });
}

const hasValues = ({ details }: Entitlement, { values }: RuleSettings): boolean =>
  values.every((wanted) => details.get('seats')?.join() === wanted.values.join());

/** What is there and nobody has granted by hand is remembered, unless a row was lost between the app and the site. */
function forgotten({ state, hands, memory, grants }: RuleEnd): string[] {
  const doubtful = new Set(
    grants.flatMap(({ cells: [customerId = ''], outcome, done }) =>
      (outcome === 'succeeded' || outcome === 'partly') && !done.startsWith('found ') ? [] : [customerId],
    ),
  );
  const remembered = new Set(memory.values());
  return [...state.entitlements.values()].flatMap(({ id, entity }) =>
    hands.granted.has(id) || remembered.has(id) || doubtful.has(entity.id)
      ? []
      : [`the rule has granted ${id} to ${entity.id}, and does not know it`],
  );
}

/**
 * What somebody has granted keeps its values. One without any may have got those of the rule where an answer was lost: the
 * app can't tell then who has granted it.
 */
function changed({ state, hands, grants }: RuleEnd): string[] {
  const found = new Set(grants.flatMap(({ id, done }) => (done.startsWith('found ') ? [id] : [])));
  return [...hands.granted].flatMap(([id, seats]) =>
    (seats === undefined && found.has(id)) || state.entitlements.get(id)?.details.get('seats')?.join() === seats
      ? []
      : [`${id} was granted by hand, and its values were changed`],
  );
}
