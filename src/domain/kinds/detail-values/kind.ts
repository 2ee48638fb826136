import type { ImportColumn } from '../../../contract/imports';
import type { KindDefinition, KindOperation } from '../kind';
import type { DetailChange } from './operation';

/** CSM reference, customer/details/bulk: 1,000 operations in all; an older guide says 100 entities. */
export const limits = { rowsPerRequest: 100, operationsPerRequest: 1_000 } as const;

/** What a row is gathered in: whom it names, and what it changes. */
export interface Gathered {
  changes: DetailChange[];
}

export const updateValues: KindOperation = {
  id: 'UPDATE',
  calls: 0,
  name: 'Change values',
  meaning: 'Each column replaces values, adds to them or clears them, as you choose for it.',
  effect: 'updated',
  again: 'writes the same values again',
  verb: 'Update',
};

/** What keeps columns from saying whose values change, and which. */
export function setupProblemsOf(
  identifying: readonly string[],
  message: string,
): KindDefinition<Gathered, object>['setupProblems'] {
  return (columns: readonly ImportColumn[]) => {
    if (!columns.some(({ target }) => identifying.includes(target.to))) return [{ column: null, message }];
    return columns.some(({ target }) => target.to === 'detail')
      ? []
      : [{ column: null, message: 'Map at least one column to a detail field.' }];
  };
}
