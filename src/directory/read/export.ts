import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { exportLayout } from '../../domain/directory/export';
import { matcherOf } from '../../domain/directory/filter';
import { openDirectory } from './list';

/** Parts of one call: some thousand rows, in an answer of a megabyte or so. A resolver answers with 5 MB at the most. */
const PARTS_PER_CALL = 2;

/** Rows of a list as cells, some parts a call. @see directory.export of the contract */
export async function exportRows(request: RequestOf<'directory.export'>): Promise<ResponseOf<'directory.export'>> {
  const { entity, view, today, from } = request;
  const layout = exportLayout(entity, view.columns);
  const shown = await openDirectory(entity, from);
  if (shown === null) return { headers: layout.headers, rows: [], next: null };
  const matches = matcherOf(view.filters, today);
  const rows: string[][] = [];
  const first = from?.part ?? 0;
  const to = Math.min(shown.merged.counts.length, first + PARTS_PER_CALL);
  await shown.read(first, to, (records) => {
    for (const record of records) if (matches(record)) rows.push(layout.row(record, today));
  });
  const matched = (from?.matched ?? 0) + rows.length;
  const next = to < shown.merged.counts.length ? { generation: shown.generation, part: to, matched } : null;
  return { headers: layout.headers, rows, next };
}
