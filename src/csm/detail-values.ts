import type { DetailValue } from '../contract/details';
import { detailFieldTypes } from '../contract/fields';
import type { DetailField } from './contract/schemas.gen';

/**
 * The detail values of one entity, in the order in which the site shows its fields; a field without a value has none.
 * A field of a type that this version does not know is left out: it could be neither checked nor written.
 */
export function detailValuesOf(details: readonly DetailField[]): DetailValue[] {
  const inOrder = [...details].sort((a, b) => (a.configuration?.position ?? 0) - (b.configuration?.position ?? 0));
  return inOrder.flatMap(({ name, type, values }) => {
    const known = detailFieldTypes.find((candidate) => candidate === type?.name);
    if (name === undefined || known === undefined) return [];
    return [{ name, type: known, options: type?.options ?? [], values: values ?? [] }];
  });
}
