import { fieldTypeView } from './details';
import type { DetailField } from './model';
import type { Registry } from './registry';

/** The contract's DetailFieldDefinition. */
export function fieldDefinitionView(field: DetailField): object {
  return { name: field.name, type: fieldTypeView(field) };
}

/** The contract's DetailFieldWithConfiguration of every field, in the order of the positions. */
export function detailsFieldConfigurations(fields: Registry<DetailField>): object[] {
  return [...fields.values()].map((field, position) => ({
    ...fieldDefinitionView(field),
    configuration: { position },
  }));
}
