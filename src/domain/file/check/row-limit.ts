import { MAX_ROWS } from '../../../contract/imports';
import { RefusedFile } from '../read/refused';

/** @throws RefusedFile where a file has more rows that hold something than one import takes */
export function refuseTooMany(rows: number): void {
  if (rows <= MAX_ROWS) return;
  throw new RefusedFile(
    'The file has more than 1,000,000 rows, the maximum for one import. Split it into several files.',
  );
}
