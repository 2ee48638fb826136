import type { DetailEntity } from '../../contract/details';
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
  const types = new Map<string, string>();
  const keyOf = (of: DetailEntity | null, name: string): string => `${of ?? ''} ${name}`;
  for (const of of new Set(fields.map((field) => field.of ?? entity))) {
    if (of === null) continue;
    for (const { name, type } of await fillableFields(csm, of)) types.set(keyOf(of, name), type);
  }
  const typeOf = ({ name, of }: (typeof fields)[number]) => types.get(keyOf(of ?? entity, name));
  const gone = fields.find((field) => typeOf(field) !== field.type);
  if (gone === undefined) return;
  const what = typeOf(gone) === undefined ? 'is not on your site' : 'has another type';
  throw new Refusal('CONFLICT', `The detail field “${gone.name}” ${what}.`, 'Map the columns of the file again.');
}
