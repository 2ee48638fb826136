import type { ResultRow } from '../../src/contract/jobs';
import type { ResponseOf } from '../../src/contract/resolvers';
import type { Console } from '../support/console';
import type { VirtualSandbox } from '../support/sandbox';
import type { Site } from '../../sandbox/site';
import type { Account } from './case';

/** The list of all results of a job. */
export async function resultsOf(
  sandbox: VirtualSandbox<Site>,
  console: Console,
  jobId: string,
): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  let cursor: string | null = null;
  do {
    const page: ResponseOf<'jobs.results'> = await sandbox.settle(console.call('jobs.results', { jobId, cursor }));
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

/** Both lists of a job say the same of each row, and something was done for just those that succeeded, whole or in part. */
export function checkLists(results: readonly ResultRow[], account: Account): string[] {
  return results.flatMap(({ row, outcome, done }) => {
    const listed = account.get(row)?.outcome ?? 'succeeded';
    if (listed !== outcome) return [`row ${row} is ${listed} in one list, and ${outcome} in the other`];
    const isDone = outcome === 'succeeded' || outcome === 'partly';
    return isDone === (done !== '') ? [] : [`row ${row} is ${outcome}, and "${done}" was done`];
  });
}

/** What is known of a row besides its results. */
export interface Truth {
  /** The id of its entity on the site; undefined where it is not there, or gone. */
  id: string | undefined;
  /** The site had it before the job. */
  existed: boolean;
  /** Whoever did it was told the id, so that a row that was done has one. */
  isTold: boolean;
}

/** An id is that of the row's entity, and what the site had before was not made by the job. */
export function checkTruth({ row, outcome, done, id }: ResultRow, { id: wanted, existed, isTold }: Truth): string[] {
  if (id !== '' && id !== wanted) return [`row ${row} is told as ${id}, and is ${wanted ?? 'nothing'} on the site`];
  if (existed && (done === 'created' || done === 'granted')) return [`row ${row} is told as ${done}, and was there`];
  const isDone = outcome === 'succeeded' || outcome === 'partly';
  return isDone && isTold && id === '' ? [`row ${row} was ${done}, and its id is not told`] : [];
}
