import type { Going } from '../../contract/imports';
import type { Before } from '../../domain/jobs/before';
import type { Judgement } from '../../domain/jobs/judge';
import type { Lack } from '../../domain/kinds/kind';
import type { SiteApi } from './site-api';

/** What the site has told of the entity of a row: its id, where the row does not name that. */
export interface Told {
  id?: string;
  /** It was there already, whether by an earlier call of this job or by somebody else. */
  isFound?: true;
}

/** What was done of a row. */
export interface Done extends Told {
  /** What the site refused of it, where the rest was done; null where that is nothing. */
  refused: string | null;
}

/** All of a row was done, and the site told no id that the row does not name. */
export const allDone: Done = { refused: null };

/** What is lost with a row. */
export interface Saved {
  /** As cells by their headers. */
  cells: Record<string, string>;
  /** Which version of the record it is, where the record is lost as a whole. */
  version?: string;
}

/** The half of a kind that does each row by calls of its own. */
export interface DirectHalf<Operation extends object> {
  /**
   * Does a row; rejects where none of it was done. `mayBeDone`: an earlier call for it may have got through, so that what
   * is not idempotent has to ask first.
   */
  perform(site: SiteApi, operation: Operation, mayBeDone: boolean): Promise<Done>;
  /** A row as the site shows it done, null where it does not: asked where an earlier call for it may have got through. */
  findDone(site: SiteApi, operation: Operation): Promise<Told | null>;
  /** What is there of what a row changes, for kinds that can be undone and whose rows are not about a profile. */
  before?(site: SiteApi, operation: Operation): Promise<Before>;
  /** What is lost with each row; for kinds that take things away. */
  save?(site: SiteApi, operations: readonly Operation[]): Promise<readonly (Saved | null)[]>;
  /** Who goes with each row, shown before the start; null for what is not there, or why the row will fail. */
  preview?(site: SiteApi, operations: readonly Operation[]): Promise<readonly (Going | string | null)[]>;
}

/** Does by single calls what a bulk request refuses of some rows. Making them twice, or two at once, does no harm. */
export interface ByCalls<Operation extends object> {
  /** Whether a row was refused for a reason that single calls may not meet, by the site's words. */
  mayHelp(operation: Operation, refusal: string): boolean;
  /**
   * Does a row, and rejects where none of it was done. `other`: it is none of these rows, and the refusal stands. Where
   * nothing may be written it only looks: `open` is a row that the site doesn't show as done.
   */
  perform(site: SiteApi, operation: Operation, mayWrite: boolean): Promise<Done | 'other' | 'open'>;
}

export interface ReadBack {
  /** Those of the rows that the site shows as they were asked for. */
  done: number[];
  /** Those that it does not show (yet). */
  missing: number[];
  /** Those of the missing ones whose entity the site shows, with what it lacks of them. */
  lacking: ReadonlyMap<number, readonly Lack[]>;
  /** The ids of those whose entity the site shows. */
  ids: ReadonlyMap<number, string>;
  /** What kept it from asking for the others; null when there are none. */
  cutShortBy: unknown;
}

/** What became of the rows of a batch of single calls. */
export interface Performed {
  judgement: Judgement;
  /** What kept it from doing the rows without a verdict; null when there are none. */
  cutShortBy: unknown;
}
