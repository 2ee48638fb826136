import * as v from 'valibot';
import { fieldDefinitionSchema } from './fields';

/** Whose detail values: the three entities that have detail fields. */
export const detailEntities = ['customer', 'organization', 'entitlement'] as const;
export type DetailEntity = (typeof detailEntities)[number];

/** An entity that holds detail values. */
export const detailHolderSchema = v.object({
  entity: v.picklist(detailEntities),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
});
export type DetailHolder = v.InferOutput<typeof detailHolderSchema>;

/** A detail field with what one entity holds in it; no values where it holds none. */
export const detailValueSchema = v.object({ ...fieldDefinitionSchema.entries, values: v.array(v.string()) });
export type DetailValue = v.InferOutput<typeof detailValueSchema>;
