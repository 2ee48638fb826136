import type { DetailEntity } from '../../../../contract/details';
import type { ImportField } from '../../../../contract/imports';
import { call } from '../../../shared/call';

/**
 * Gives a field of the site options behind those that it has. @returns all fields, this one as the site has it now
 * @throws what `fields.edit` refuses: where the field has changed meanwhile, nothing is written
 */
export async function withNewOptions(
  entity: DetailEntity | null,
  fields: readonly ImportField[],
  field: ImportField,
  added: readonly string[],
): Promise<readonly ImportField[]> {
  const { of = entity, ...seen } = field;
  if (of === null) return fields;
  const { name } = field;
  const { options } = await call('fields.edit', { entity: of, seen, name, options: [...field.options, ...added] });
  return fields.map((other) => (other.name === name && other.of === field.of ? { ...other, options } : other));
}
