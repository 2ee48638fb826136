import type { RequestOf, ResponseOf } from '../../../src/contract/resolvers';
import { BYTE_ORDER_MARK, csvLine } from '../../../src/domain/csv/write';
import { callAgain } from './site';

/** What a list of the directory finds, as a CSV. `progress` hears how many rows have arrived. */
export async function directoryRows(
  { entity, view, today }: Omit<RequestOf<'directory.export'>, 'from'>,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ csv: Blob; rows: number }> {
  // A browser keeps large blobs off its memory: the pages of a million rows are not held as one text.
  const pages: Blob[] = [new Blob([BYTE_ORDER_MARK])];
  let rows = 0;
  let from: RequestOf<'directory.export'>['from'] = null;
  do {
    const request: RequestOf<'directory.export'> = { entity, view, today, from };
    const page: ResponseOf<'directory.export'> = await callAgain('directory.export', request, signal);
    const head = from === null ? [csvLine(page.headers, ',')] : [];
    pages.push(new Blob([...head, ...page.rows.map((row) => csvLine(row, ','))]));
    rows += page.rows.length;
    from = page.next;
    progress(rows);
  } while (from !== null);
  return { csv: new Blob(pages, { type: 'text/csv' }), rows };
}
