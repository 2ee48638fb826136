import type { DetailEntity } from '../../contract/details';
import type { FieldRule, ProfileSettings } from '../../contract/profile/settings';

/** A rule for each field of an entity, as the profile treats it now: those with a rule first, in its order; see `arrange`. */
export function rulesFor(fields: readonly string[], rules: readonly FieldRule[]): FieldRule[] {
  const ruled = new Set(rules.map(({ name }) => name));
  const added = fields.filter((name) => !ruled.has(name));
  return [
    ...rules.filter(({ name }) => fields.includes(name)),
    ...added.map((name) => ({ name, isShown: true, isReadOnly: false })),
  ];
}

/** Names in the rules that are no fields any more: deleted, or renamed since. */
export const goneFields = (fields: readonly string[], rules: readonly FieldRule[]): string[] =>
  rules.filter(({ name }) => !fields.includes(name)).map(({ name }) => name);

/**
 * The settings with the new name of a field; null where they change nothing. What a deleted field of that name has left
 * does not count for it.
 */
export function renamedIn(
  settings: ProfileSettings,
  entity: DetailEntity,
  from: string,
  to: string,
): ProfileSettings | null {
  const isEnd = entity === 'entitlement' && settings.entitlementEnd === from;
  if (!isEnd && settings[entity].every(({ name }) => name !== from && name !== to)) return null;
  return {
    ...settings,
    [entity]: settings[entity].flatMap((rule) => {
      if (rule.name === to) return [];
      return [rule.name === from ? { ...rule, name: to } : rule];
    }),
    entitlementEnd: isEnd ? to : settings.entitlementEnd,
  };
}
