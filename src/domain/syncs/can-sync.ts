import { findKind, kindOf, operationOf } from '../kinds';

/**
 * Whether an import can be kept in step: the next export of the same records can be told from this one, as its rows are about
 * records that are named, and it takes nothing away.
 */
export function canSync({ kind, operation }: { kind: string; operation: string }): boolean {
  const known = findKind(kind);
  if (known === undefined || known.removes === true || operationOf(known, operation)?.removes === true) return false;
  return known.knownBy !== undefined || known.places([]).some(({ identifies }) => identifies === true);
}

/** What a sync of a saved mapping does with its rows: a mapping doesn’t say that. Creates and updates, where its kind can. */
export function operationOfSync(kind: string): string {
  const { operations } = kindOf(kind);
  return (operations.find(({ id }) => id === 'UPSERT') ?? operations[0]).id;
}
