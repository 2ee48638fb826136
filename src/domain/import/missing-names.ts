import type { ImportPlan } from '../../contract/imports';
import { kindOf } from '../kinds';
import { ORGANIZATION_NAMES } from '../kinds/organization-names';
import { PRODUCTS } from '../kinds/products';

const ways = {
  organization: { kind: ORGANIZATION_NAMES, header: 'Organization', to: { to: 'name' } },
  product: { kind: PRODUCTS, header: 'Product', to: { to: 'product', by: 'name' } },
} as const;

/** The plan of a job that creates organizations or products from their names, one a row. */
export function planOfMissing(entity: keyof typeof ways): ImportPlan {
  const { kind, header, to } = ways[entity];
  return {
    kind,
    operation: 'CREATE',
    columns: [{ header, target: to }],
    fields: [],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  };
}

/** Whether an organization or a product can have this name. */
export function canCreate(entity: keyof typeof ways, name: string): boolean {
  const plan = planOfMissing(entity);
  return kindOf(plan.kind).encoder(plan)([name]).operation !== null;
}
