import * as v from 'valibot';
import { entitlementHolderSchema, entitlementSchema, productSchema } from '../entitlements';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** What customers and organizations are entitled to. */
export const entitlementResolvers = {
  /** The entitlements of one holder, those that a customer inherits included; of one product alone where it is named. */
  'entitlements.list': {
    request: v.object({ holder: entitlementHolderSchema, productId: v.optional(id) }),
    response: v.object({ entitlements: v.array(entitlementSchema) }),
  },
  'entitlements.get': { request: v.object({ id }), response: entitlementSchema },
  'entitlements.grant': {
    request: v.object({ holder: entitlementHolderSchema, productId: id }),
    response: entitlementSchema,
  },
  'entitlements.revoke': { request: v.object({ id }), response: v.object({}) },
  /** The products to choose from, 100 a page. `cursor` null starts; a null `next` ends. */
  'entitlements.products': {
    request: v.object({ cursor: v.nullable(v.string()) }),
    response: v.object({ products: v.array(productSchema), next: v.nullable(v.string()) }),
  },
} as const;
