import type { Lack } from '../kind';
import { type Same, type SeenDetails, sameValues, valuesByName } from '../seen-values';
import type { DetailValuesOperation } from './operation';

/** The fields that do not show what was done to them. */
export function changesLacking({ operations }: DetailValuesOperation, details: SeenDetails = [], same: Same): Lack[] {
  const seen = valuesByName(details);
  const isDone = ({ operationType, payload }: DetailValuesOperation['operations'][number]): boolean => {
    const there = seen.get(payload.name) ?? [];
    const wanted = payload.values ?? [];
    if (operationType === 'PATCH') return wanted.every((value) => there.some((one) => same(value, one)));
    return sameValues(wanted, there, same);
  };
  return operations.filter((change) => !isDone(change)).map(({ payload: { name } }) => ({ part: name, what: name }));
}

/** The fields that an operation writes, as the lacks name them. */
export const fieldsOf = ({ operations }: DetailValuesOperation): string[] =>
  operations.map(({ payload: { name } }) => name);
