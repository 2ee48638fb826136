import * as v from 'valibot';
import { type DetailEntity, detailEntities } from '../../contract/details';
import type { CsmClient } from '../../csm/client';
import { definitionsOf } from '../../csm/definitions';
import { type AskedField, askedFieldSchema } from '../../domain/directory/report/tally';
import type { Scan } from '../../domain/directory/state';
import { SiteError } from '../../platform/http/site-error';
import { keys } from '../store/keys';
import { readPacked, writePacked } from '../store/packed';

const fieldsSchema = v.nullable(v.array(askedFieldSchema));
const storedSchema = v.object({ customer: fieldsSchema, organization: fieldsSchema, entitlement: fieldsSchema });
/** The detail fields of each entity; null where the site does not tell them. */
export type SiteFields = v.InferOutput<typeof storedSchema>;

/** Asks the site once what its fields are, and puts that aside: all steps count for the same fields. */
export async function stageFields(scan: Scan, csm: CsmClient): Promise<void> {
  const all: SiteFields = { customer: null, organization: null, entitlement: null };
  for (const entity of detailEntities) all[entity] = await fieldsOf(csm, entity);
  await writePacked(keys.stage(scan.generation, 'report-fields', 0), all);
}

export const readFields = (scan: Scan): Promise<SiteFields> =>
  readPacked(keys.stage(scan.generation, 'report-fields', 0), storedSchema);

/** A report is worth no reading that stops: without the right to see fields, it does without them. */
async function fieldsOf(csm: CsmClient, entity: DetailEntity): Promise<AskedField[] | null> {
  try {
    const fields = await definitionsOf[entity].list(csm);
    return fields.map(({ name, type, options }) => ({
      name,
      options: type === 'SELECT' || type === 'MULTISELECT' ? options : null,
    }));
  } catch (error) {
    if (error instanceof SiteError && (error.kind === 'forbidden' || error.kind === 'not-found')) return null;
    throw error;
  }
}
