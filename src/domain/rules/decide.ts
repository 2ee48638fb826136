import type { RuleCondition, RuleSettings, RuleValue } from '../../contract/rules';
import { fold } from '../fold';
import { type Same, sameValues } from '../kinds/seen-values';

/** An entitlement of a customer as the site shows it. */
export interface SeenEntitlement {
  id: string;
  productId: string;
  /** Whether it is the customer's own: the others are inherited from organizations. */
  isDirect: boolean;
  details: readonly RuleValue[];
}

/** What a rule wants for a customer whom it covers: `keep` of its own entitlement, `other` where somebody else's will do. */
export type MemberDecision = 'grant' | 'change' | 'keep' | 'other';
/** What becomes of an entitlement that a rule has granted to a customer whom it does not seem to cover any more. */
export type LeaverDecision = 'revoke' | 'stay' | 'forget';

type Wants = Pick<RuleSettings, 'product' | 'values' | 'countsInherited'>;

/** Whether the detail values of an organization meet the condition of a rule. */
export function isMatching({ field, values }: RuleCondition, details: readonly RuleValue[]): boolean {
  const held = details.find(({ name }) => name === field)?.values ?? [];
  const wanted = new Set(values.map(fold));
  return held.some((value) => wanted.has(fold(value)));
}

/**
 * What a rule does for a customer whom it covers.
 * @param granted the entitlement that the rule has granted them, where it has
 */
export function decideMember(
  { product, values, countsInherited }: Wants,
  entitlements: readonly SeenEntitlement[],
  granted: string | undefined,
): MemberDecision {
  const ofProduct = entitlements.filter(({ productId }) => productId === product.id);
  const own = ofProduct.find(({ id, isDirect }) => isDirect && id === granted);
  if (own !== undefined) return holds(own, values) ? 'keep' : 'change';
  const doesOther = ofProduct.some(({ isDirect }) => isDirect || countsInherited);
  return doesOther ? 'other' : 'grant';
}

/**
 * What a rule that revokes does about what it has granted to a customer who is in no organization that matches.
 * @param isOut false where they are in one all the same, null where nobody knows
 */
export function decideLeaver(
  isOut: boolean | null,
  entitlements: readonly SeenEntitlement[],
  granted: string,
): LeaverDecision {
  const isThere = entitlements.some(({ id, isDirect }) => isDirect && id === granted);
  if (!isThere) return 'forget';
  return isOut === true ? 'revoke' : 'stay';
}

/** A site may write numbers and options in its own way: what it makes of a value is no difference. */
const alike: Same = (wanted, seen) =>
  fold(wanted) === fold(seen) || (wanted.trim() !== '' && seen.trim() !== '' && Number(wanted) === Number(seen));

const holds = ({ details }: SeenEntitlement, values: readonly RuleValue[]): boolean =>
  values.every((wanted) =>
    sameValues(wanted.values, details.find(({ name }) => name === wanted.name)?.values ?? [], alike),
  );
