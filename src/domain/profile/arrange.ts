import type { DetailValue } from '../../contract/details';
import type { FieldRule } from '../../contract/profile/settings';
import type { ShownFields } from '../../contract/profile/views';

/**
 * The fields of one entity as the rules want them: in the order of the rules, without those that are not shown; a field
 * that no rule names follows in the order of the site, so that a new field is seen before anybody thinks of the settings.
 */
export function arrange(details: readonly DetailValue[], rules: readonly FieldRule[]): ShownFields {
  const byName = new Map(details.map((detail) => [detail.name, detail]));
  const ruled = new Set(rules.map(({ name }) => name));
  const shown = rules.filter(({ isShown }) => isShown);
  return {
    details: [
      ...shown.flatMap(({ name }) => byName.get(name) ?? []),
      ...details.filter(({ name }) => !ruled.has(name)),
    ],
    absent: shown.flatMap(({ name }) => (byName.has(name) ? [] : [name])),
  };
}

/** Names of the fields that are not to be edited on an issue. */
export const readOnlyFields = (rules: readonly FieldRule[]): string[] =>
  rules.filter(({ isReadOnly }) => isReadOnly).map(({ name }) => name);

/** Names of the fields that hold nothing. */
export const emptyFields = (details: readonly DetailValue[]): string[] =>
  details.filter(({ values }) => values.length === 0).map(({ name }) => name);
