import { FIELD_NAME_FORBIDDEN, FIELD_NAME_MAX, FIELD_NAME_MIN, FIELD_NAMES_RESERVED, VALUE_MAX } from './limits';
import type { DetailField } from './model';
import { badRequest } from './refusal';
import { fold } from './registry';

/** @throws Refusal 400. CSM reference, detail fields. */
export function checkFieldName(name: string): void {
  if (name.length < FIELD_NAME_MIN || name.length > FIELD_NAME_MAX || name.trim() === '') {
    throw badRequest(`The name of a detail field has ${FIELD_NAME_MIN} to ${FIELD_NAME_MAX} characters.`);
  }
  if (FIELD_NAME_FORBIDDEN.test(name)) throw badRequest('The name of a detail field has none of ? : ; . = "');
  if (FIELD_NAMES_RESERVED.includes(fold(name))) throw badRequest(`"${name}" is reserved.`);
}

const hasOptions = (type: DetailField['type']): boolean => type === 'SELECT' || type === 'MULTISELECT';

/** @throws Refusal 400. CSM reference, detail fields; how many is a setting of the site. */
export function checkOptions(type: DetailField['type'], options: readonly string[], most: number): void {
  if (!hasOptions(type)) {
    if (options.length > 0) throw badRequest(`A field of type ${type} has no options.`);
    return;
  }
  if (options.length > most) throw badRequest(`A field has at most ${most} options.`);
  for (const option of options) {
    if (option.trim() === '') throw badRequest('An option is not empty.');
    if (option.length > VALUE_MAX) throw badRequest(`An option has at most ${VALUE_MAX} characters.`);
    if (option.includes(',')) throw badRequest(`An option has no comma: "${option}"`);
  }
  if (new Set(options.map(fold)).size !== options.length) throw badRequest('The options of a field differ.');
}
