import * as v from 'valibot';
import { fieldDefinitionSchema } from '../fields';

/** What the wizard and the file frame ask for while an import is prepared. */
export const importResolvers = {
  /** What an import can map columns to: the customer detail fields of the site. */
  'imports.fields': { request: v.object({}), response: v.object({ fields: v.array(fieldDefinitionSchema) }) },
  /** Ids of organizations or products by name, at most 50 names a call. Names that several or none carry are told apart. */
  'imports.lookup': {
    request: v.object({
      entity: v.picklist(['organization', 'product']),
      names: v.pipe(v.array(v.string()), v.maxLength(50)),
    }),
    response: v.object({ matches: v.array(v.object({ name: v.string(), ids: v.array(v.string()) })) }),
  },
} as const;
