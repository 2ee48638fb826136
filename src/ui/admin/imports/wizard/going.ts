import type { CheckSummary } from '../../../../contract/file-frame';
import type { Going, Preview, PreviewRow } from '../../../../contract/imports';
import type { ImportKind } from '../../../../domain/kinds/kind';
import { countOf, enumerated, formatCount } from '../../../shared/format';
import { firstRowsWords } from '../job/job-words';

/** A row that takes something away, as far as it was looked up: who goes, or why it will fail; neither before. */
export interface GoingRow {
  row: number;
  going: Going | null;
  problem: string | null;
}

/** Organizations of one customer that are named; the others are counted. */
const NAMED_ORGANIZATIONS = 3;
/** Rows that will fail whose numbers are told. */
const TOLD_ROWS = 5;

/** The rows with what was found of them so far, in their order. A row for somebody whom an earlier row names will fail. */
export function goingRows(
  rows: readonly PreviewRow[],
  found: readonly Preview[],
  { isAboutFirstReference, words }: Pick<ImportKind, 'isAboutFirstReference' | 'words'>,
): GoingRow[] {
  const firstRows = new Map<string, number>();
  return rows.map(([row], at): GoingRow => {
    const one = found[at];
    if (one === undefined) return { row, going: null, problem: null };
    if ('problem' in one) return { row, going: null, problem: one.problem };
    const before = isAboutFirstReference === true ? firstRows.get(one.id) : undefined;
    if (before !== undefined)
      return { row, going: one.going, problem: `The same ${words.one} is already in row ${formatCount(before)}.` };
    firstRows.set(one.id, row);
    return { row, going: one.going, problem: null };
  });
}

/** What a cell says of one that goes. */
export function goingCell(going: Going, part: Exclude<keyof Going, 'name'>): string {
  if (part === 'organizations') return enumerated(going.organizations, NAMED_ORGANIZATIONS);
  return part === 'email' ? going.email : formatCount(going[part]);
}

/** "Customers to delete" */
export function goingTitle({ words, operations }: Pick<ImportKind, 'words' | 'operations'>): string {
  const { many } = words;
  const verb = operations[0].verb ?? 'Import';
  return `${many.charAt(0).toUpperCase()}${many.slice(1)} to ${verb.toLowerCase()}`;
}

/** How far the looking up is, and what becomes of the rows that it leaves to the job. */
export function lookedUpWords(lookedUp: number, shown: number, { ready }: Pick<CheckSummary, 'ready'>): string {
  const here =
    lookedUp < shown
      ? `${formatCount(lookedUp)} of ${countOf(shown, 'row')} looked up on your site so far.`
      : `${shown === 1 ? 'The row was' : `All ${countOf(shown, 'row')} were`} looked up on your site.`;
  if (ready <= shown) return `${here} The job looks each up again, and saves its record before it goes.`;
  const first = `The first ${countOf(shown, 'row')} of ${formatCount(ready)} are shown here.`;
  const others = 'The job looks up all rows itself, and saves each record before it goes.';
  return lookedUp < shown ? `${here} ${first} ${others}` : `${first} ${others}`;
}

/** The rows that will fail, as far as they are known; null where there are none. */
export function failingWords(rows: readonly GoingRow[]): { title: string; rows: string } | null {
  const failing = rows.filter(({ problem }) => problem !== null).map(({ row }) => row);
  if (failing.length === 0) return null;
  const told = firstRowsWords(failing.slice(0, TOLD_ROWS), failing.length);
  return {
    title: `${countOf(failing.length, 'row')} will fail`,
    rows: told,
  };
}
