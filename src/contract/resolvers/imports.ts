import * as v from 'valibot';
import { detailEntities } from '../details';
import { fieldDefinitionSchema } from '../fields';
import {
  ROWS_PER_PREVIEW,
  importPlanSchema,
  previewRowSchema,
  previewSchema,
  savedMappingSchema,
  shownEntitySchema,
  shownRequestSchema,
} from '../imports';

const mappings = v.object({ mappings: v.array(savedMappingSchema) });

/** What the wizard and the file frame ask for while an import is prepared. */
export const importResolvers = {
  /** The detail fields of an entity that an import can fill: those whose type this version knows. */
  'imports.fields': {
    request: v.object({ entity: v.picklist(detailEntities) }),
    response: v.object({ fields: v.array(fieldDefinitionSchema) }),
  },
  /** The mappings that administrators of the site have saved, by name. */
  'imports.mappings': { request: v.object({}), response: mappings },
  /** Saves a mapping; one of the same name is replaced. Answers with all of them. */
  'imports.saveMapping': { request: v.object({ mapping: savedMappingSchema }), response: mappings },
  /** Deletes a mapping, if it is there. Answers with those that are left. */
  'imports.deleteMapping': { request: v.object({ name: v.string() }), response: mappings },
  /** Ids of organizations by name, at most 50 names a call. Names that several or none carry are told apart. */
  'imports.organizations': {
    request: v.object({ names: v.pipe(v.array(v.string()), v.maxLength(50)) }),
    response: v.object({ matches: v.array(v.object({ name: v.string(), ids: v.array(v.string()) })) }),
  },
  /** Looks up whom rows of a kind that takes things away name, as its job will. Answers for each row in turn. */
  'imports.preview': {
    request: v.object({
      plan: importPlanSchema,
      rows: v.pipe(v.array(previewRowSchema), v.maxLength(ROWS_PER_PREVIEW)),
    }),
    response: v.object({ rows: v.array(previewSchema) }),
  },
  /** What the site shows of the records that rows name, in the order of the rows: what they would change of them. */
  'imports.shown': {
    request: shownRequestSchema,
    response: v.object({ entities: v.array(shownEntitySchema) }),
  },
} as const;
