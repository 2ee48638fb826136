/** The columns that the console adds to the lists of rows it writes; together they are how it knows such a list again. */
export const ROW_COLUMN = 'CSM Console row';
export const OUTCOME_COLUMN = 'CSM Console outcome';
export const REASON_COLUMN = 'CSM Console reason';
export const reasonColumns = [ROW_COLUMN, OUTCOME_COLUMN, REASON_COLUMN] as const;
/** Only the list of all results has these. */
export const DONE_COLUMN = 'CSM Console done';
export const ID_COLUMN = 'CSM Console ID';

/** The columns by which an export names customers, organizations and products: no other system's ids are called so. */
export const CUSTOMER_ID_COLUMN = 'CSM customer ID';
export const ORGANIZATION_ID_COLUMN = 'CSM organization ID';
export const PRODUCT_ID_COLUMN = 'CSM product ID';

/** Columns of an exported list that only people read: names for the IDs beside them, and what an import of another kind sets. */
export const ORGANIZATION_NAMES_COLUMN = 'Organization names';
export const ENTITLED_TO_COLUMN = 'Entitled to';
export const ENTITLED_UNTIL_COLUMN = 'Entitled until';
export const CUSTOMER_COUNT_COLUMN = 'Customer count';
const readColumns: ReadonlySet<string> = new Set([
  ORGANIZATION_NAMES_COLUMN,
  ENTITLED_TO_COLUMN,
  ENTITLED_UNTIL_COLUMN,
  CUSTOMER_COUNT_COLUMN,
]);

const idColumns: ReadonlySet<string> = new Set([CUSTOMER_ID_COLUMN, ORGANIZATION_ID_COLUMN, PRODUCT_ID_COLUMN]);

const names: ReadonlySet<string> = new Set([...reasonColumns, DONE_COLUMN, ID_COLUMN]);

export function isReasonColumn(header: string): boolean {
  return names.has(header.trim());
}

/** True for the header row of a list that the console wrote, wherever a person has moved its columns. */
export function isConsoleFile(headers: readonly string[]): boolean {
  return reasonColumns.every((name) => headers.some((header) => header.trim() === name));
}

/** True for the header row of customers, organizations, entitlements or products that the console has exported. Its cells are guarded, too. */
export function isExport(headers: readonly string[]): boolean {
  return headers.some((header) => idColumns.has(header.trim()));
}

/**
 * True for a column that the console has exported for people to read, in a file with these headers. A list of entitlements has
 * one: the others that are called so are of detail fields there.
 */
export const isReadColumn = (header: string, headers: readonly string[]): boolean =>
  readColumns.has(header.trim()) &&
  isExport(headers) &&
  (header.trim() === ENTITLED_TO_COLUMN || !headers.some((other) => other.trim() === PRODUCT_ID_COLUMN));
