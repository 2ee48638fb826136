import type { CheckSummary, ComparedBy, Comparison } from '../../../../contract/file-frame';
import type { DirectoryStatus } from '../../../../contract/directory';
import { ROWS_PER_SHOWN, type ImportColumn } from '../../../../contract/imports';
import { knownEntity } from '../../../../domain/compare/known-entity';
import { operationOf } from '../../../../domain/kinds';
import { type ImportKind, isComparable } from '../../../../domain/kinds/kind';
import { countOf, formatDuration, formatExact, formatRelative } from '../../../shared/format';

/** Requests of a second that a comparison makes, at four calls at once: a cautious guess, as no comparison was measured. */
const REQUESTS_PER_SECOND = 10;
/** From so many rows on, what a comparison takes is told first. */
const LARGE_ROWS = 2_000;

/** Whether the rows of an import can be compared with the site: what takes something away shows what goes instead. */
export const canCompare = (kind: ImportKind, operation: string): boolean =>
  isComparable(kind) && operationOf(kind, operation)?.removes !== true;

/** Requests that reading the records of so many rows takes at the most. A row that is searched for is a request of its own. */
export function siteRequests(columns: readonly ImportColumn[], rows: number, knowsEmails: boolean): number {
  const isSearched = ({ target }: ImportColumn): boolean =>
    target.to === 'externalId' || (target.to === 'email' && !knowsEmails);
  return Math.ceil(rows / ROWS_PER_SHOWN) + (columns.some(isSearched) ? rows : 0);
}

/** What comparing so many rows with the site takes; of emails that the directory knows, few are searched for. */
function siteCost(columns: readonly ImportColumn[], rows: number, knowsEmails: boolean): string {
  const requests = siteRequests(columns, rows, knowsEmails);
  const most = knowsEmails ? 'about' : 'up to';
  return `${most} ${countOf(requests, 'request')} and ${formatDuration(requests / REQUESTS_PER_SECOND)}`;
}

/** The same as a sentence; none for few rows. */
export const costWords = (columns: readonly ImportColumn[], rows: number, knowsEmails: boolean): string =>
  rows <= LARGE_ROWS ? '' : ` It takes ${siteCost(columns, rows, knowsEmails)}. You can stop it.`;

/** A way to compare all rows. */
export type Way = Exclude<ComparedBy, 'directory-first'>;

type Kept = DirectoryStatus['kept'];

/**
 * Why rows can't be compared with the directory, as a sentence; null where they can, and undefined where it keeps nothing of
 * what they are about.
 */
export function withoutDirectory(
  kind: ImportKind,
  columns: readonly ImportColumn[],
  kept: Kept,
): string | null | undefined {
  if (kept === null || knownEntity(kind) === null) return undefined;
  if (kept.isBehind)
    return `The app has changed your site since it was read for the directory. ${kept.catchesUp ? 'In some minutes, when it has caught up,' : 'Once it’s read again,'} rows can be compared without requests.`;
  const needsValues = columns.some(({ target }) => target.to === 'detail' || target.to === 'externalId');
  return needsValues && !kept.hasValues
    ? 'The directory keeps no detail values, so these rows are compared with your site itself.'
    : null;
}

/** The ways to compare rows, with what each costs. */
export const wayLabels = (
  columns: readonly ImportColumn[],
  rows: number,
  { asOf }: { asOf: number },
  now: number,
): Record<Way, string> => ({
  directory: `Your site as it was read on ${formatExact(asOf)} (${formatRelative(asOf, now)}): no requests`,
  site: `Your site as it is now: ${siteCost(columns, rows, true)}`,
});

/** What a comparison with the directory can't see. */
export const UNSEEN = 'Changes since it was read, made outside the console or on issues, aren’t seen.';

/** The way that is proposed: few rows are read from the site soon. */
export const proposedWay = (rows: number): Way => (rows > LARGE_ROWS ? 'directory' : 'site');

/** What rows were compared with, as a sentence. */
export function comparedWithWords({ asOf, reread }: Comparison): string {
  if (asOf === undefined) return 'Each record was read from your site.';
  const others = reread === undefined ? '' : `, and ${countOf(reread, 'row')} with your site itself`;
  return `Compared with your site as it was read on ${formatExact(asOf)}${others}. ${UNSEEN}`;
}

/** The rows that are sent, where only those that change something are, and what is not. */
export function afterComparison(
  { ready, leftOut, joined = 0 }: Pick<CheckSummary, 'ready' | 'leftOut' | 'joined'>,
  { unchanged, failing, joinedUnchanged, joinedFailing }: Comparison,
): Required<Pick<CheckSummary, 'ready' | 'leftOut' | 'joined'>> {
  return {
    ready: ready - unchanged - failing,
    leftOut: leftOut + failing + joinedFailing,
    joined: joined - joinedUnchanged - joinedFailing,
  };
}

/** How many rows are what, one sentence each. */
export function comparedLines(
  { new: created, changed, unchanged, failing, unknown, unread }: Comparison,
  { words }: ImportKind,
) {
  const { one, many } = words;
  return [
    ...(created > 0 ? [`${countOf(created, `${one} is`, `${many} are`)} new.`] : []),
    ...(changed > 0 ? [`${countOf(changed, `${one} changes`, `${many} change`)}.`] : []),
    ...(unchanged > 0 ? [`${countOf(unchanged, `${one} stays`, `${many} stay`)} the same.`] : []),
    ...(failing > 0 ? [`${countOf(failing, 'row doesn’t', 'rows don’t')} fit what your site has.`] : []),
    ...(unknown > 0
      ? [`${countOf(unknown, 'row')} can’t be compared: what they name is found only by the import.`]
      : []),
    ...(unread > 0 ? [`${countOf(unread, 'row')} can’t be told from what was read of your site.`] : []),
  ];
}

/** The choice not to send what changes nothing, or doesn't fit; null where there is none of that. */
export function notSentWords({ unchanged, failing }: Comparison): string | null {
  if (unchanged + failing === 0) return null;
  if (failing === 0) return `Don’t send ${countOf(unchanged, 'unchanged row')}`;
  const words = `Don’t send ${countOf(failing, 'row that doesn’t fit', 'rows that don’t fit')}`;
  return unchanged === 0 ? words : `${words}, and ${countOf(unchanged, 'unchanged row')}`;
}
