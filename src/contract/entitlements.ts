import * as v from 'valibot';
import { detailValueSchema } from './details';

/** Who can be entitled to a product. */
export const entitlementHolderSchema = v.object({
  entity: v.picklist(['customer', 'organization']),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
});
export type EntitlementHolder = v.InferOutput<typeof entitlementHolderSchema>;

/** Tells customers of one name apart; null for an organization, and where the site does not show it. */
export const holderEmail = v.nullable(v.string());

export const productSchema = v.object({ id: v.string(), name: v.string() });
export type Product = v.InferOutput<typeof productSchema>;

/** What a customer or an organization is entitled to. */
export const entitlementSchema = v.object({
  id: v.string(),
  product: productSchema,
  /** Who holds it: an organization, where a customer inherits it. The name is null where it could not be read. */
  heldBy: v.object({ ...entitlementHolderSchema.entries, name: v.nullable(v.string()), email: holderEmail }),
  details: v.array(detailValueSchema),
});
export type EntitlementView = v.InferOutput<typeof entitlementSchema>;
