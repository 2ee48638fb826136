import type { FieldDefinition } from '../../contract/fields';
import type { ImportPlan } from '../../contract/imports';
import type { UndoList } from '../../contract/jobs';
import { ENTITLEMENTS } from '../kinds/entitlements';
import { PRODUCTS } from '../kinds/products';
import { entitlementPlanOf } from './entitlement-plans';
import { leavePlanOf, removalPlanOf, revokePlanOf, undoPlanOf } from './undo-plan';
import { productNamesPlan } from './undo-product';

/**
 * The plan of the job for one of the lists of what undoes a job with this plan; null where there is none. `fields`: those of
 * entitlements that the site had when it was found out what undoing comes to.
 */
export function planOfList(list: UndoList, plan: ImportPlan, fields: readonly FieldDefinition[]): ImportPlan | null {
  if (plan.kind === ENTITLEMENTS) return entitlementPlanOf(list, plan, fields);
  if (plan.kind === PRODUCTS) return list === 'back' ? productNamesPlan : null;
  switch (list) {
    case 'back':
      return undoPlanOf(plan);
    case 'leave':
      return leavePlanOf(plan);
    case 'revoke':
      return revokePlanOf(plan);
    case 'remove':
      return removalPlanOf(plan);
    case 'grant':
      return null;
  }
}
