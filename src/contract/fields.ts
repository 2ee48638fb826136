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
