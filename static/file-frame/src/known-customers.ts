import type { ListCursor } from '../../../src/contract/directory';
import type { ShownRequest } from '../../../src/contract/imports';
import type { RequestOf, ResponseOf } from '../../../src/contract/resolvers';
import { fold } from '../../../src/domain/fold';

/** Reads the next parts of the directory's list of customers; null where they can't be read. */
export type AskExport = (request: RequestOf<'directory.export'>) => Promise<ResponseOf<'directory.export'> | null>;

/** From so many rows on, reading the directory takes less than what it saves: a search of the site for each row. */
const WORTH_ROWS = 200;
/** Rows that make one more call to the directory worth it: of a large one, a small file reads the beginning. */
const ROWS_PER_CALL = 10;
const view = { filters: [], sort: { column: 'name', isDescending: false }, columns: ['email'] };

/**
 * The IDs that the directory knows for email addresses. A comparison takes them for hints: the site is asked for the customer
 * with the ID, and searched where that customer has another address by now.
 */
export class KnownCustomers {
  #ids: Promise<ReadonlyMap<string, string>> | null = null;

  /** @param rows how many rows are compared @param ask rejects what the comparison breaks off with */
  constructor(
    private readonly rows: number,
    private readonly ask: AskExport,
  ) {}

  /** The request with the IDs that are known for its rows. */
  async hinted(request: ShownRequest): Promise<ShownRequest> {
    const isSearched = ({ named }: ShownRequest['rows'][number]): boolean =>
      named.id === undefined && named.email !== undefined;
    if (this.rows < WORTH_ROWS || !request.rows.some(isSearched)) return request;
    this.#ids ??= this.#read();
    const ids = await this.#ids;
    const rows = request.rows.map((row) => {
      const hint = isSearched(row) ? ids.get(fold(row.named.email ?? '')) : undefined;
      return { ...row, named: { ...row.named, ...(hint !== undefined && { hint }) } };
    });
    return { ...request, rows };
  }

  /** As much as is worth it and is there: a directory that is emptied or read anew meanwhile spares fewer searches. */
  async #read(): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    let from: ListCursor | null = null;
    let calls = 0;
    do {
      const today = new Date().toISOString().slice(0, 10);
      const page: Awaited<ReturnType<AskExport>> = await this.ask({ entity: 'customer', view, today, from });
      for (const [id = '', email = ''] of page?.rows ?? []) if (email !== '') ids.set(fold(email), id);
      from = page?.next ?? null;
      calls += 1;
    } while (from !== null && calls < this.rows / ROWS_PER_CALL);
    return ids;
  }
}
