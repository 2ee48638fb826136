import type { DetailEntity } from '../../../../contract/details';
import type { FieldDefinition } from '../../../../contract/fields';
import { call } from '../../../shared/call';

/**
 * Gives a field of the site options behind those that it has. @returns all fields, this one as the site has it now
 * @throws what `fields.edit` refuses: where the field has changed meanwhile, nothing is written
 */
export async function withNewOptions(
  entity: DetailEntity | null,
  fields: readonly FieldDefinition[],
  field: FieldDefinition,
  added: readonly string[],
): Promise<readonly FieldDefinition[]> {
  if (entity === null) return fields;
  const { name } = field;
  const { options } = await call('fields.edit', { entity, seen: field, name, options: [...field.options, ...added] });
  return fields.map((other) => (other.name === name ? { ...other, options } : other));
}
