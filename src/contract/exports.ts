import * as v from 'valibot';
import { daySchema, directoryViewSchema, listedEntities } from './directory';

/** What can be saved as a file: a list of the directory, or what the site has of the others. */
export const exportedSchema = v.variant('what', [
  v.object({
    what: v.literal('list'),
    entity: v.picklist(listedEntities),
    view: directoryViewSchema,
    today: daySchema,
  }),
  v.object({ what: v.literal('products') }),
  v.object({ what: v.literal('fields') }),
]);
export type Exported = v.InferOutput<typeof exportedSchema>;

/** A workbook takes up to `MAX_SHEET_ROWS`. */
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];
