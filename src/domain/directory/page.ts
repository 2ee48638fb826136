import { DIRECTORY_PAGE, type DirectoryQuery, type DirectoryRecord } from '../../contract/directory';
import { matcherOf } from './filter';
import { isByName, sorted } from './sort';

/** Gathers one page of a list from its parts, which come in the order of names. */
export interface PageGatherer {
  take(records: readonly DirectoryRecord[]): void;
  /** Those that match, with those of earlier calls. */
  matched(): number;
  /** The rows of the page, as far as they are known. */
  rows(): DirectoryRecord[];
}

/**
 * @param page from 0
 * @param before how many matched in earlier calls
 * @param isWhole whether all parts come in this call: else a list in another order than that of names answers with all
 * rows up to the page, of which {@link mergedPage} makes the page
 */
export function gatherPage(
  query: DirectoryQuery,
  today: string,
  page: number,
  before: number,
  isWhole: boolean,
): PageGatherer {
  const matches = matcherOf(query.filters, today);
  const [from, to] = [page * DIRECTORY_PAGE, (page + 1) * DIRECTORY_PAGE];
  const inOrder = isByName(query.sort);
  let count = before;
  let rows: DirectoryRecord[] = [];
  return {
    take(records) {
      for (const record of records) {
        if (!matches(record)) continue;
        if (!inOrder || (count >= from && count < to)) rows.push(record);
        count += 1;
      }
      // What is behind the page will not come before it again: it is let go of, or a long list would not fit the memory.
      if (!inOrder && rows.length > 2 * to + 10_000) rows = sorted(rows, query.sort, today).slice(0, to);
    },
    matched: () => count,
    rows: () => (inOrder ? rows : sorted(rows, query.sort, today).slice(isWhole ? from : 0, to)),
  };
}

/** The page of a list, of the rows that several calls have answered with. */
export function mergedPage(
  query: DirectoryQuery,
  today: string,
  page: number,
  rows: readonly DirectoryRecord[],
): DirectoryRecord[] {
  if (isByName(query.sort)) return [...rows];
  return sorted(rows, query.sort, today).slice(page * DIRECTORY_PAGE, (page + 1) * DIRECTORY_PAGE);
}
