import type { Judgement } from '../../domain/jobs/judge';
import type { Lack } from '../../domain/kinds/kind';
import type { SiteApi } from './site-api';

/** The half of a kind that does each row by calls of its own. */
export interface DirectHalf<Operation extends object> {
  /**
   * Does a row. Resolves with what the site refused of it, where the rest was done; rejects where none of it was.
   * `mayBeDone`: an earlier call for it may have got through, so that what is not idempotent has to ask first.
   */
  perform(site: SiteApi, operation: Operation, mayBeDone: boolean): Promise<string | null>;
  /** Whether the site shows a row as done: asked where an earlier call for it may have got through. */
  isDone(site: SiteApi, operation: Operation): Promise<boolean>;
  /** What is lost with a row, as cells by their headers; for kinds that take things away. */
  save?(site: SiteApi, operations: readonly Operation[]): Promise<readonly (Record<string, string> | null)[]>;
}

export interface ReadBack {
  /** Those of the rows that the site shows as they were asked for. */
  done: number[];
  /** Those that it does not show (yet). */
  missing: number[];
  /** Those of the missing ones whose entity the site shows, with what it lacks of them. */
  lacking: ReadonlyMap<number, readonly Lack[]>;
  /** What kept it from asking for the others; null when there are none. */
  cutShortBy: unknown;
}

/** What became of the rows of a batch of single calls. */
export interface Performed {
  judgement: Judgement;
  /** What kept it from doing the rows without a verdict; null when there are none. */
  cutShortBy: unknown;
}
