import type { FieldDefinition } from '../../contract/fields';

/** Words that fields for the end of an entitlement are called by. */
const endWords = /\b(?:until|ends?|end date|expir\w*|valid to|renewal)\b/iu;

/**
 * The date field that says when an entitlement ends: the one that administrators have chosen for the profile on an issue,
 * or else the only one whose name says so, or the only date there is. Null where none can be told.
 */
export function endFieldOf(fields: readonly FieldDefinition[], chosen: string | null): string | null {
  const dates = fields.filter(({ type }) => type === 'DATE').map(({ name }) => name);
  if (chosen !== null && dates.includes(chosen)) return chosen;
  const called = dates.filter((name) => endWords.test(name));
  const [only, ...more] = called.length > 0 ? called : dates;
  return only !== undefined && more.length === 0 ? only : null;
}
