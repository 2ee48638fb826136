import type { EntitlementView } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { countOf, formatCount } from '../../shared/format';

/** Who loses a product with an entitlement; `inheritors` is null where it is not known how many customers inherit it. */
export function losers({ heldBy, product }: EntitlementView, holder: string, inheritors: number | null): string {
  if (heldBy.entity === 'customer')
    return `${isolated(holder)} loses ${isolated(product.name)}, unless they also inherit it from an organization.`;
  if (inheritors === 0) return `${isolated(holder)} loses ${isolated(product.name)}. No customers inherit it.`;
  const who =
    inheritors === null
      ? 'the customers'
      : `the ${inheritors === 1 ? 'one customer' : countOf(inheritors, 'customer')}`;
  return `${isolated(holder)} loses ${isolated(product.name)}, along with ${who} who ${inheritors === 1 ? 'inherits' : 'inherit'} it.`;
}

/** What is lost with an entitlement. */
export function losses({ details }: EntitlementView): string {
  const filled = details.filter(({ values }) => values.length > 0).length;
  if (filled === 0)
    return 'The entitlement has no detail values. You can’t restore it, but you can grant the product again.';
  const values = filled === 1 ? 'detail value is' : `${formatCount(filled)} detail values are`;
  return `Its ${values} deleted with it. You can’t undo this.`;
}
