import type { DirectoryRecord, Holding } from '../../contract/directory';

/**
 * Tells who can hold something themselves, as far as the directory knows: what a customer is entitled to through an
 * organization is the organization's. Of a record that could not be read (`readAt` is 0) nobody knows: it may.
 */
export function holderOf(holding: Holding | undefined): (record: DirectoryRecord) => boolean {
  if (holding === undefined) return () => true;
  const { of, id } = holding;
  const holds: (record: DirectoryRecord) => boolean =
    of === 'organization'
      ? ({ organizations }) => organizations.some((one) => one.id === id)
      : ({ entitlements }) => entitlements.some(({ product, via }) => via === null && product.id === id);
  return (record) => record.readAt === 0 || holds(record);
}
