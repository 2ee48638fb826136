import type { DetailEntity } from '../contract/details';
import type { FieldDefinition } from '../contract/fields';
import { knownType } from '../domain/fields/definition';
import type { CsmClient } from './client';
import { definitionsOf } from './definitions';

/** The detail fields of an entity that an import can fill, in the order in which the site shows them. */
export async function fillableFields(csm: CsmClient, entity: DetailEntity): Promise<FieldDefinition[]> {
  const fields = await definitionsOf[entity].list(csm);
  // A type that this version does not know cannot be checked or converted: its field is not offered.
  return fields.flatMap(({ name, type, options }) => {
    const known = knownType(type);
    return known === undefined ? [] : [{ name, type: known, options }];
  });
}
