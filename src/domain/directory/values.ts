import type { DirectoryRecord } from '../../contract/directory';

const FIELD = 'field:';

/** The column of a detail field. */
export const fieldColumn = (field: string): string => `${FIELD}${field}`;

/** The detail field of a column; null where it is none of a field. */
export const fieldOf = (column: string): string | null =>
  column.startsWith(FIELD) ? column.slice(FIELD.length) : null;

/** What a record holds in a detail field. */
export const valuesOf = (record: DirectoryRecord, field: string): readonly string[] =>
  record.values.find(([name]) => name === field)?.[1] ?? [];

/** The last day of the entitlement that ends first and has not ended, or else of the one that ended last; null without. */
export function endOf({ entitlements }: DirectoryRecord, today: string): string | null {
  const days = entitlements.flatMap(({ endsOn }) => endsOn ?? []).sort();
  return days.find((day) => day >= today) ?? days.at(-1) ?? null;
}

/** The products that a record is entitled to, each once. */
export const productNamesOf = ({ entitlements }: DirectoryRecord): string[] => [
  ...new Set(entitlements.map(({ product }) => product.name)),
];

/** What a column shows of a record. */
export function cellsOf(record: DirectoryRecord, column: string, today: string): readonly string[] {
  const field = fieldOf(column);
  if (field !== null) return valuesOf(record, field);
  switch (column) {
    case 'name':
      return [record.name];
    case 'holder':
      return record.heldBy === undefined ? [] : [record.heldBy];
    case 'email':
      return record.email === null ? [] : [record.email];
    case 'organizations':
      return record.organizations.map(({ name }) => name);
    case 'products':
      return productNamesOf(record);
    case 'ends': {
      const end = endOf(record, today);
      return end === null ? [] : [end];
    }
    case 'customers':
      return record.customers === null ? [] : [String(record.customers)];
    default:
      return [record.id];
  }
}
