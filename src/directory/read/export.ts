import type { DirectoryRecord, ListCursor } from '../../contract/directory';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { entitlementLayout } from '../../domain/directory/entitlement-rows';
import { exportLayout } from '../../domain/directory/export';
import { matcherOf } from '../../domain/directory/filter';
import { openList } from './listed';
import type { Shown } from './shown';

/** Parts of one call: some thousand rows, in an answer of a megabyte or so. A resolver answers with 5 MB at the most. */
const PARTS_PER_CALL = 2;
/** A part has a row for each entitlement of a thousand holders. */
const PARTS_OF_ENTITLEMENTS = 1;

/** Rows of a list as cells, some parts a call. @see directory.export of the contract */
export async function exportRows(request: RequestOf<'directory.export'>): Promise<ResponseOf<'directory.export'>> {
  const { entity, view, today, from } = request;
  const matches = matcherOf(view.filters, today);
  const shown = await openList(entity, view.filters, from);
  if (entity === 'entitlement') {
    const { headers, row } = entitlementLayout(shown === null ? [] : fieldsOf(shown));
    const rowsOf = (record: DirectoryRecord) => (matches(record) ? [row(record)] : []);
    return { headers, ...(await someParts(shown, from, PARTS_OF_ENTITLEMENTS, rowsOf)) };
  }
  const { headers, row } = exportLayout(entity, view.columns);
  const rowsOf = (record: DirectoryRecord) => (matches(record) ? [row(record, today)] : []);
  return { headers, ...(await someParts(shown, from, PARTS_PER_CALL, rowsOf)) };
}

const fieldsOf = ({ endField, heldFields }: Shown): string[] => [
  ...(endField === null ? [] : [endField]),
  ...heldFields,
];

/** The rows that the next parts make, and where to go on. */
async function someParts(
  shown: Shown | null,
  from: ListCursor | null,
  parts: number,
  rowsOf: (record: DirectoryRecord) => string[][],
): Promise<{ rows: string[][]; next: ListCursor | null }> {
  if (shown === null) return { rows: [], next: null };
  const { generation, parts: of } = shown;
  const rows: string[][] = [];
  const first = from?.part ?? 0;
  const to = Math.min(of, first + parts);
  await shown.read(first, to, (records) => {
    for (const record of records) rows.push(...rowsOf(record));
  });
  const matched = (from?.matched ?? 0) + rows.length;
  return { rows, next: to < of ? { generation, part: to, matched } : null };
}
