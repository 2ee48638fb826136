import * as v from 'valibot';
import { entitlementHolderSchema, entitlementSchema, holderEmail } from '../entitlements';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** What customers and organizations are entitled to. */
export const entitlementResolvers = {
  /** What a holder is called. */
  'entitlements.holder': {
    request: v.object({ holder: entitlementHolderSchema }),
    response: v.object({ name: v.string(), email: holderEmail }),
  },
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
} as const;
