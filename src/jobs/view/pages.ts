import { type JobHead } from '../../domain/jobs/head';
import { DamagedError } from '../store/damaged';

/**
 * A page is full with so many bytes of rows. What comes on top of it is a batch of 100 rows of 32 KB (the most that an
 * import takes) with 200 KB of reasons: less in all than the 5 MB of a response (Forge, invocation limits).
 */
const PAGE_BYTES = 1_400_000;

const UNREADABLE = 'What the import stored about this row can no longer be read.';

/** What is said of the rows of a damaged part that were left out. */
export const unreadableLeftOut = UNREADABLE;

/** What is left of a row whose part was damaged in the store: batches and rows count from 1, as on the page. */
export const unreadable = (batch: number, index: number): string =>
  `${UNREADABLE} It is row ${index + 1} of batch ${batch + 1}.`;

/** Null for what was damaged: what else there is of the list is not lost with it. */
export async function whereReadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DamagedError) return null;
    throw error;
  }
}

/** The batches whose rows are there: an import may have been cancelled before all of its file had arrived. */
export const arrivedBatches = ({ uploaded, batchSize }: JobHead): number =>
  Math.ceil(uploaded.accepted.rows / batchSize);

/** Rows for one response. */
export class PageOfRows<Row> {
  readonly rows: Row[] = [];
  #bytes = 0;

  get isFull(): boolean {
    return this.#bytes >= PAGE_BYTES;
  }

  add(row: Row): void {
    this.rows.push(row);
    this.#bytes += Buffer.byteLength(JSON.stringify(row));
  }
}
