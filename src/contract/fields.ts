import * as v from 'valibot';

export const detailFieldTypes = [
  'TEXT',
  'EMAIL',
  'URL',
  'DATE',
  'NUMBER',
  'BOOLEAN',
  'PHONE',
  'SELECT',
  'MULTISELECT',
] as const;

export const fieldDefinitionSchema = v.object({
  name: v.string(),
  type: v.picklist(detailFieldTypes),
  /** Only for SELECT and MULTISELECT. */
  options: v.array(v.string()),
});

export type DetailFieldType = (typeof detailFieldTypes)[number];
export type FieldDefinition = v.InferOutput<typeof fieldDefinitionSchema>;

/** A detail field as the site defines it, for those who manage it. */
export const fieldViewSchema = v.object({
  name: v.string(),
  /** As the site says it: one of `detailFieldTypes`, or a type that this version does not know. */
  type: v.string(),
  options: v.array(v.string()),
  /** From 0, in the order in which the site shows the fields; null where the site does not say. */
  position: v.nullable(v.number()),
});
export type FieldView = v.InferOutput<typeof fieldViewSchema>;
