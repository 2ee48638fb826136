import type { DirectoryEntity, DirectoryFilter, DirectoryRecord } from '../../contract/directory';

/** Whose entitlements come first in a list of them, in the order of their holders: each go by name. */
const holderOrder: readonly DirectoryEntity[] = ['organization', 'customer'];

/** Whose entitlements a list has, in their order. */
export const holdersOf = (filters: readonly DirectoryFilter[]): DirectoryEntity[] =>
  holderOrder.filter((holder) => filters.every((filter) => filter.by !== 'holder' || filter.holder === holder));

/**
 * The entitlements that a record holds itself, each as a row: the holder with this one alone. What is inherited is a row of the
 * organization.
 * @param endField the detail field that says when an entitlement ends; null where the directory knows none
 */
export function entitlementsOf(
  record: DirectoryRecord,
  heldBy: DirectoryEntity,
  endField: string | null,
): DirectoryRecord[] {
  return record.entitlements.flatMap((held) => {
    if (held.via !== null) return [];
    const end: DirectoryRecord['values'] = endField === null || held.endsOn === null ? [] : [[endField, [held.endsOn]]];
    const values = [...end, ...(held.values ?? [])];
    return [{ ...record, heldBy, organizations: [], customers: null, values, entitlements: [held] }];
  });
}

/** How many entitlements records hold themselves. */
export const ownCount = (records: readonly DirectoryRecord[]): number =>
  records.reduce((sum, { entitlements }) => sum + entitlements.filter(({ via }) => via === null).length, 0);

/** What tells the rows of a list apart: a holder can have several. */
export function rowIdOf({ id, heldBy, entitlements: [held] }: DirectoryRecord): string {
  return heldBy === undefined || held === undefined ? id : `${id} ${held.product.id} ${held.id ?? ''}`;
}

/** What a row is compared by in the order of names, which is that of the holders in a list of entitlements. */
export const holderCell = ({ name, heldBy }: DirectoryRecord): string =>
  heldBy === undefined ? name : `${holderOrder.indexOf(heldBy)} ${name}`;
