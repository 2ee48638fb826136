import type { DirectoryRecord } from '../../contract/directory';
import { CELL_SEPARATOR } from './export';
import { CUSTOMER_ID_COLUMN, ENTITLED_TO_COLUMN, ORGANIZATION_ID_COLUMN, PRODUCT_ID_COLUMN } from '../csv/console-file';
import { valuesOf } from './values';

/**
 * The layout of exported entitlements: one row for each that somebody holds themselves, under headers that an import which
 * grants takes back as they are. Ids say who and what; names are for people. What a customer has through an organization
 * stands in the organization's row.
 * @param fields the detail fields in which entitlements hold something, first the one that says when they end
 */
export function entitlementLayout(fields: readonly string[]) {
  const holder = ({ id, email, name, heldBy }: DirectoryRecord): string[] =>
    heldBy === 'customer' ? [id, email ?? '', name, '', ''] : ['', '', '', id, name];
  return {
    headers: [
      ...[CUSTOMER_ID_COLUMN, 'Email', 'Display name', ORGANIZATION_ID_COLUMN, 'Organization'],
      ...[PRODUCT_ID_COLUMN, ENTITLED_TO_COLUMN, ...fields],
    ],
    row: (record: DirectoryRecord): string[] => {
      const [product] = record.entitlements.map((held) => held.product);
      const cells = fields.map((field) => valuesOf(record, field).join(CELL_SEPARATOR));
      return [...holder(record), product?.id ?? '', product?.name ?? '', ...cells];
    },
  };
}
