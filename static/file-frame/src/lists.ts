import type { ReasonOfRows, SavedRow } from '../../../src/contract/jobs';
import type { ResponseOf } from '../../../src/contract/resolvers';
import { unsuccessfulLayout } from '../../../src/domain/csv/unsuccessful';
import { BYTE_ORDER_MARK, csvLine } from '../../../src/domain/csv/write';
import { resultsLayout } from '../../../src/domain/csv/results';
import { savedLayout } from '../../../src/domain/csv/saved';
import { callAgain } from './site';

/** Gives a file to the browser to save. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may still be reading it when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** `customers.csv` and `problems` → `customers - problems.csv`. */
export function listName(name: string, what: string, format: 'csv' | 'xlsx' = 'csv'): string {
  return `${name.replace(/\.(csv|tsv|tab|txt|xlsx|xlsm)$/i, '')} - ${what}.${format}`;
}

/** Characters of a reason in the name of a file. */
const REASON_NAME_CHARS = 40;

/** A reason as part of the name of a file: its letters and digits. */
export function reasonName({ reason }: ReasonOfRows): string {
  const plain = reason.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain.slice(0, REASON_NAME_CHARS).trim();
}

/** The rows of a job that did not succeed, or those of one reason, as a CSV in the layout of its file. */
export async function unsuccessfulRows(
  jobId: string,
  only: ReasonOfRows | undefined,
  signal: AbortSignal,
): Promise<{ list: Blob; rows: number }> {
  const lines: string[] = [BYTE_ORDER_MARK];
  let rows = 0;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof callAgain<'jobs.unsuccessful'>>> = await callAgain(
      'jobs.unsuccessful',
      { jobId, cursor, ...(only !== undefined && { only }) },
      signal,
    );
    const layout = unsuccessfulLayout(page.headers);
    if (cursor === null) lines.push(csvLine(layout.headers, page.delimiter));
    for (const row of page.rows) lines.push(csvLine(layout.row(row.cells, row), page.delimiter));
    rows += page.rows.length;
    cursor = page.next;
  } while (cursor !== null);
  return { list: new Blob(lines, { type: 'text/csv' }), rows };
}

/** Every row of a job with what became of it, as a CSV. `progress` hears how many rows have arrived. */
export async function allResults(
  jobId: string,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ list: Blob; rows: number }> {
  // A browser keeps large blobs off its memory: the pages of a million rows are not held as one text.
  const pages: Blob[] = [new Blob([BYTE_ORDER_MARK])];
  let rows = 0;
  let cursor: string | null = null;
  do {
    const page: ResponseOf<'jobs.results'> = await callAgain('jobs.results', { jobId, cursor }, signal);
    const layout = resultsLayout(page.headers);
    const lines = page.rows.map((row) => csvLine(layout.row(row), page.delimiter));
    pages.push(new Blob([...(cursor === null ? [csvLine(layout.headers, page.delimiter)] : []), ...lines]));
    rows += page.rows.length;
    cursor = page.next;
    progress(rows);
  } while (cursor !== null);
  return { list: new Blob(pages, { type: 'text/csv' }), rows };
}

/** What a job saved before it took things away, as a CSV. The headers are known with the last record: all are read first. */
export async function savedRecords(
  jobId: string,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ list: Blob; rows: number }> {
  const rows: SavedRow[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: ResponseOf<'jobs.saved'> = await callAgain('jobs.saved', { jobId, cursor }, signal);
    for (const row of page.rows) rows.push(row);
    progress(rows.length);
    cursor = page.next;
    if (cursor !== null) continue;
    const layout = savedLayout(rows);
    const lines = [layout.headers, ...rows.map(layout.row)].map((cells) => csvLine(cells, page.delimiter));
    return { list: new Blob([BYTE_ORDER_MARK, ...lines], { type: 'text/csv' }), rows: rows.length };
  }
}
