import type { DetailValues, FieldEntity } from '../model';
import type { SiteState } from '../state';

/** Sets values by field name, past the field's own permissions. @throws Error for a name that no field has */
export function setValues(
  state: SiteState,
  entity: FieldEntity,
  details: DetailValues,
  values: Readonly<Record<string, string | readonly string[]>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const field = state.fields[entity].find(name);
    if (field === undefined) throw new Error(`The demo site has no ${entity} field ${name}.`);
    details.set(field.id, typeof value === 'string' ? [value] : value);
  }
}
