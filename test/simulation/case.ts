import type { Site } from '../../sandbox/site';
import type { ImportPlan, StoredRow } from '../../src/contract/imports';
import type { Outcome, ResultRow } from '../../src/contract/jobs';

/** What the app says became of each row of the file, by row number: those not listed succeeded. */
export type Account = ReadonlyMap<number, { outcome: Outcome; reason: string }>;

/** The file of a simulated job, what the site holds before it, and what may be said of its rows afterwards. */
export interface SimulatedCase {
  plan: ImportPlan;
  rows: StoredRow[];
  /** What several of its rows are about, by the id: each of them is applied, one after the other. */
  twins?: ReadonlySet<string>;
  furnish(site: Site): void;
  /** What the app says of each row, held against what the site holds and did. */
  checkRows(site: Site, account: Account): string[];
  /** Whether the site holds for a row what it held before the job; for cases that are undone. */
  isAsBefore?(site: Site, row: StoredRow): boolean;
  /** What it says was done for each row, held against what the site holds and held before. */
  checkDone(site: Site, results: readonly ResultRow[]): string[];
}
