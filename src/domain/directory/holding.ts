import type { DirectoryRecord, Holding } from '../../contract/directory';

/** What a record itself holds of something, one for each: the ID of an entitlement where it has several, '' else. */
type Held = (record: DirectoryRecord) => string[];

/**
 * Tells what records hold themselves, as far as the directory knows: what a customer is entitled to through an organization is
 * the organization's. Of a record that could not be read (`readAt` is 0) nobody knows: it may.
 */
export function heldOf(holding: Holding | undefined): Held {
  if (holding === undefined) return () => [''];
  const { of, id } = holding;
  const holds: Held =
    of === 'organization'
      ? ({ organizations }) => (organizations.some((one) => one.id === id) ? [''] : [])
      : ({ entitlements }) => eachTold(entitlements.filter(({ product, via }) => via === null && product.id === id));
  return (record) => (record.readAt === 0 ? [''] : holds(record));
}

/** Several are told apart where all have an ID: earlier versions kept none. */
function eachTold(own: DirectoryRecord['entitlements']): string[] {
  const ids = own.flatMap(({ id }) => id ?? []);
  if (own.length > 1 && ids.length === own.length) return ids;
  return own.length === 0 ? [] : [''];
}
