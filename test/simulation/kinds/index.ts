import type { SimulatedCase } from '../case';
import { detailValues } from './details';
import { caseOf } from './draw';
import { customerAccounts, organizationNames, organizationProfiles } from './entities';
import { membershipRemovals, removals } from './removals';
import { entitlements, products } from './singles';

const kinds = [
  customerAccounts,
  organizationNames,
  organizationProfiles,
  detailValues,
  detailValues,
  products,
  products,
  entitlements,
  entitlements,
  removals,
  membershipRemovals,
];

/** A file of one of the kinds beside customer profiles: each in turn, with what it does and by which route drawn. */
export function drawKind(seed: number, random: () => number): SimulatedCase {
  const draw = kinds[seed % kinds.length] ?? customerAccounts;
  return caseOf(draw(random));
}
