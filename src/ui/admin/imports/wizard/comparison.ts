import type { CheckSummary, Comparison } from '../../../../contract/file-frame';
import { ROWS_PER_SHOWN, type ImportColumn } from '../../../../contract/imports';
import { operationOf } from '../../../../domain/kinds';
import { type ImportKind, isComparable } from '../../../../domain/kinds/kind';
import { countOf, formatDuration } from '../../../shared/format';

/** Requests of a second that a comparison makes, at four calls at once: a cautious guess, as no comparison was measured. */
const REQUESTS_PER_SECOND = 10;
/** From so many rows on, what a comparison takes is told first. */
const LARGE_ROWS = 2_000;

/** Whether the rows of an import can be compared with the site: what takes something away shows what goes instead. */
export const canCompare = (kind: ImportKind, operation: string): boolean =>
  isComparable(kind) && operationOf(kind, operation)?.removes !== true;

/** What comparing so many rows takes, as a sentence; none for few rows. A row by email is a search where no directory knows it. */
export function costWords(columns: readonly ImportColumn[], rows: number, hasDirectory: boolean): string {
  if (rows <= LARGE_ROWS) return '';
  const searches = !hasDirectory && columns.some(({ target }) => target.to === 'email') ? rows : 0;
  const requests = Math.ceil(rows / ROWS_PER_SHOWN) + searches;
  const time = formatDuration(requests / REQUESTS_PER_SECOND);
  const most = hasDirectory ? 'It takes about' : 'It takes up to';
  return ` ${most} ${countOf(requests, 'request')} and ${time}. You can stop it.`;
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
  { new: created, changed, unchanged, failing, unknown }: Comparison,
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
  ];
}

/** The choice not to send what changes nothing, or doesn't fit; null where there is none of that. */
export function notSentWords({ unchanged, failing }: Comparison): string | null {
  if (unchanged + failing === 0) return null;
  if (failing === 0) return `Don’t send ${countOf(unchanged, 'unchanged row')}`;
  const words = `Don’t send ${countOf(failing, 'row that doesn’t fit', 'rows that don’t fit')}`;
  return unchanged === 0 ? words : `${words}, and ${countOf(unchanged, 'unchanged row')}`;
}
