import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import { CELL_SEPARATOR } from './export';
import { CUSTOMER_ID_COLUMN, ENTITLED_TO_COLUMN, ORGANIZATION_ID_COLUMN, PRODUCT_ID_COLUMN } from '../csv/console-file';

/**
 * The layout of exported entitlements: one row for each that somebody holds themselves, under headers that an import which
 * grants takes back as they are. Ids say who and what; names are for people. What a customer has through an organization
 * stands in the organization's row.
 * @param endField the detail field that says when an entitlement ends; null where the directory knows none
 * @param fields the other detail fields in which entitlements hold something
 */
export function entitlementLayout(entity: DirectoryEntity, endField: string | null, fields: readonly string[]) {
  const holder = ({ id, email, name }: DirectoryRecord): string[] =>
    entity === 'customer' ? [id, email ?? '', name, '', ''] : ['', '', '', id, name];
  return {
    headers: [
      ...[CUSTOMER_ID_COLUMN, 'Email', 'Display name', ORGANIZATION_ID_COLUMN, 'Organization'],
      ...[PRODUCT_ID_COLUMN, ENTITLED_TO_COLUMN, ...(endField === null ? [] : [endField])],
      ...fields,
    ],
    rows: (record: DirectoryRecord): string[][] =>
      record.entitlements.flatMap(({ product, endsOn, via, values }) => {
        if (via !== null) return [];
        const held = new Map(values);
        const cells = fields.map((field) => (held.get(field) ?? []).join(CELL_SEPARATOR));
        const ends = endField === null ? [] : [endsOn ?? ''];
        return [[...holder(record), product.id, product.name, ...ends, ...cells]];
      }),
  };
}
