import type { ImportPlan } from '../../contract/imports';
import type { CsmClient } from '../../csm/client';
import { fillableFields } from '../../csm/fillable-fields';
import { kindOf } from '../../domain/kinds';
import { Refusal } from '../refusal';

/**
 * Refuses a plan whose fields the site does not have: what a browser says of them is not taken on trust. Options are not
 * compared, as they change all the time; a value that is none any more is refused with its row.
 * @throws Refusal CONFLICT
 */
export async function assertFieldsOfSite(csm: CsmClient, { kind, fields }: ImportPlan): Promise<void> {
  const { entity } = kindOf(kind);
  if (fields.length === 0) return;
  const present = entity === null ? [] : await fillableFields(csm, entity);
  const types = new Map(present.map(({ name, type }) => [name, type]));
  const gone = fields.find(({ name, type }) => types.get(name) !== type);
  if (gone === undefined) return;
  const what = types.has(gone.name) ? 'has another type' : 'is not on your site';
  throw new Refusal('CONFLICT', `The detail field “${gone.name}” ${what}.`, 'Map the columns of the file again.');
}
