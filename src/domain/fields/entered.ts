import type { FieldDefinition } from '../../contract/fields';
import { isolated } from '../isolated';
import { refuse, type Checked } from './checked';
import { optionFinder } from './option';
import { checkValue } from './value';

/** What separates values where a person picks each one: nothing that an option could contain. */
const PICKED = { separator: '\u0000' };

/**
 * What a person entered for one field: the values to send, or the rule that it breaks. Nothing entered clears the
 * field, which every type takes. CSM reference, detail values.
 */
export function checkEntered(field: FieldDefinition, entered: readonly string[]): Checked {
  if (field.type !== 'MULTISELECT') return checkValue(field, entered[0] ?? '', PICKED);
  const { find } = optionFinder(field.options);
  const gone = entered.filter((value) => find(value) === undefined);
  return gone.length === 0
    ? { ok: true, values: [...new Set(entered)] }
    : refuse(
        `No longer an option of the field: ${gone.map(isolated).join(', ')}. Remove it, or add the option to the field.`,
      );
}
