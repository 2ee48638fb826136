import { type Joined, type Shown, hasValues } from '../kinds/written';

/** What takes apart what a row has joined, and why some of it is left alone. */
export interface UndoneJoins {
  /** The IDs of the organizations that a customer leaves, or of the customers that leave an organization. */
  leave: string[];
  revoke: { productId: string; entitlementId: string }[];
  left: string[];
}

/**
 * Says what takes apart what a row has joined to an entity: it was not joined before, and still is. An entitlement is revoked
 * where it can be told which one the row has granted, and it has no values: the row gave it none.
 */
export function undoJoins(added: readonly Joined[], { entitlements }: Shown, one: string): UndoneJoins {
  const undone: UndoneJoins = { leave: [], revoke: [], left: [] };
  const left = new Set<string>();
  for (const join of added) {
    const id = join.slice(join.indexOf(' ') + 1);
    if (!join.startsWith('product ')) {
      undone.leave.push(id);
      continue;
    }
    const [own, ...others] = entitlements.filter(({ productId }) => productId === id);
    if (own === undefined) left.add('Your site doesn’t tell the ID of an entitlement that the import granted.');
    else if (others.length > 0) left.add(`The ${one} has several entitlements to a product that the import granted.`);
    else if (hasValues(own)) left.add('An entitlement that the import granted has values by now.');
    else undone.revoke.push({ productId: id, entitlementId: own.id });
  }
  return { ...undone, left: [...left] };
}
