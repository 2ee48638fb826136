import type { FieldDefinition } from '../../../contract/fields';
import { checkEntered } from '../../../domain/fields/entered';

/** What was entered for an entity in the making, checked or not, by the name of the field. */
export type NewValues = Readonly<Record<string, readonly string[]>>;

/** The key of a detail field among the errors of a form. */
export const detailKey = (field: string): string => `detail ${field}`;

/** What is wrong with what was entered, by `detailKey`. */
export function newValueProblems(fields: readonly FieldDefinition[], values: NewValues): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const checked = checkEntered(field, values[field.name] ?? []);
      return checked.ok ? [] : [[detailKey(field.name), checked.message]];
    }),
  );
}

/** What was entered without a problem, as the site takes it; fields left empty are left out. */
export function newValueDetails(
  fields: readonly FieldDefinition[],
  values: NewValues,
): { name: string; values: string[] }[] {
  return fields.flatMap((field) => {
    const checked = checkEntered(field, values[field.name] ?? []);
    return checked.ok && checked.values.length > 0 ? [{ name: field.name, values: checked.values }] : [];
  });
}
