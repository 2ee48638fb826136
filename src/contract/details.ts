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

/** What a person wants one field to hold; no values clear it. `type` and `seen` are what the page showed of it. */
export const valueChangeSchema = v.object({
  field: v.string(),
  type: fieldDefinitionSchema.entries.type,
  values: v.array(v.pipe(v.string(), v.maxLength(255))),
  seen: v.array(v.string()),
});
export type ValueChange = v.InferOutput<typeof valueChangeSchema>;
