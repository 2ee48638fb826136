import type { DetailValue } from '../contract/details';
import { detailFieldTypes } from '../contract/fields';
import type { ProfileDetailField } from './contract/schemas.gen';

/**
 * The detail values of a profile, which the API prints without the options of the fields and without fields that hold
 * nothing: enough to be shown, not to be edited. A field of a type that this version does not know is left out.
 */
export function profileDetailValues(details: readonly ProfileDetailField[] = []): DetailValue[] {
  return details.flatMap(({ name, value }) => {
    const known = detailFieldTypes.find((candidate) => candidate === value.type);
    return known === undefined ? [] : [{ name, type: known, options: [], values: value.text }];
  });
}
