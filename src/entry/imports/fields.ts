import type { DetailEntity } from '../../contract/details';
import type { FieldDefinition } from '../../contract/fields';
import type { ImportPlan } from '../../contract/imports';
import type { CsmClient } from '../../csm/client';
import { knownType } from '../../domain/fields/definition';
import { kindOf } from '../../domain/kinds';
import { Refusal } from '../refusal';
import { definitionsOf } from '../resolvers/fields/definitions';

/** The detail fields of an entity that an import can fill, in the order in which the site shows them. */
export async function fillableFields(csm: CsmClient, entity: DetailEntity): Promise<FieldDefinition[]> {
  const fields = await definitionsOf[entity].list(csm);
  // A type that this version does not know cannot be checked or converted: its field is not offered.
  return fields.flatMap(({ name, type, options }) => {
    const known = knownType(type);
    return known === undefined ? [] : [{ name, type: known, options }];
  });
}

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
