import type { CheckSummary, FileFacts, MissingNames } from '../../../../contract/file-frame';
import type { Joining } from '../../../../contract/imports';
import type { NameVariant } from '../../../../contract/jobs';
import type { ImportKind, KindOperation } from '../../../../domain/kinds/kind';
import { isUndoable } from '../../../../domain/kinds/undoable';
import { countOf, formatCount } from '../../../shared/format';
import { takesForGood } from '../confirmation';
import type { Sending } from './sending';
import type { EarlierImport } from './wizard-state';

/** On the button that lets go of the file, where nothing can be done with it any more. */
export const CHOOSE_AGAIN = 'Choose the file again';

const delimiterNames: Record<FileFacts['reading']['delimiter'], string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** "customers.csv · 11 columns · UTF-8 · separated by commas"; of a workbook, which of its sheets. */
export function fileLine({ name, headers, reading }: FileFacts): string {
  const { sheet, encoding, delimiter } = reading;
  const how = sheet === undefined ? [encoding, `separated by ${delimiterNames[delimiter]}`] : [`sheet “${sheet}”`];
  return [name, countOf(headers.length, 'column'), ...how].join(' · ');
}

/** On the button that starts: "Import 5 customers", "Delete 1 product". */
export const startWords = ({ words }: ImportKind, { verb = 'Import' }: KindOperation, rows: number): string =>
  `${verb} ${countOf(rows, words.one, words.many)}`;

const CAN_BE_UNDONE =
  'What your site has for each row is kept for as long as the import is, so that you can undo it. What someone changes after it is left alone.';

/** What keeping what was there costs. */
export const keepingWords = ({ toKeep }: Sending): string =>
  `Your site is asked for each row before it’s sent: up to ${countOf(toKeep, 'more request')}.`;

/** What starting the import will do, one sentence each. What a removal takes away stands above them. */
export function planLines(
  kind: ImportKind,
  operation: KindOperation,
  { ready, leftOut, joined = 0 }: Pick<CheckSummary, 'ready' | 'leftOut' | 'joined'>,
  sending: Sending,
  before: string | null = null,
  keeps = false,
): string[] {
  const { words } = kind;
  if (ready === 0) return [`No ${words.many} change, so no rows about them are sent.`];
  return [
    `Up to ${countOf(ready, `${words.one} is`, `${words.many} are`)} ${operation.effect}.${failing(operation)}`,
    leftOut === 0
      ? 'No rows are left out.'
      : `${countOf(leftOut, 'row with problems is', 'rows with problems are')} left out, and listed with the import.`,
    ...(joined === 0
      ? []
      : [`${countOf(joined, 'row is', 'rows are')} joined with an earlier row about the same ${words.one}.`]),
    ...lookUpLines(sending),
    sending.route === 'bulk'
      ? `${countOf(sending.requests, 'request')} of up to ${sending.rowsPerRequest} ${words.many} each, sent one after another as your site has room.`
      : `Up to ${countOf(sending.requests, 'single call')}, five at a time.`,
    ...(before === null ? [] : [before]),
    ...lastingLines(kind, operation, keeps),
  ];
}

/** Whether it can be undone; nothing where that stands above, as what is taken away stays gone. */
function lastingLines(kind: ImportKind, operation: KindOperation, keeps: boolean): string[] {
  if (takesForGood(kind, operation, keeps)) return [];
  const { notUndoable, undone } = operation;
  if (!keeps || !isUndoable(kind, operation)) return [notUndoable ?? kind.words.lasting];
  return undone === undefined ? [CAN_BE_UNDONE] : [CAN_BE_UNDONE, undone];
}

/** Which rows an operation fails for, of what its meaning says: nobody knows of how many rows that is so. */
function failing({ meaning }: KindOperation): string {
  const sentence = /Rows fail [^.]*\./.exec(meaning)?.[0];
  return sentence === undefined ? '' : ` ${sentence}`;
}

function lookUpLines({ looksUp, searches }: Sending): string[] {
  if (!looksUp) return [];
  const upTo = searches === 0 ? '' : `: up to ${countOf(searches, 'search', 'searches')}`;
  return [`Each row is looked up on your site first${upTo}.`];
}

/** What the file frame puts behind the name of a job where it saves a list of its rows. */
const LIST_SUFFIX = / - (?:unsuccessful rows|problems|results|saved records|rows, .*)(?: \(\d+\))?$/;

/** A name for the job, from the file's: people know their files. A list from the console is named after its job. */
export function defaultJobName({ name, fromConsole }: FileFacts, { words }: ImportKind): string {
  const whole = name.replace(/\.(csv|tsv|txt|xlsx)$/i, '');
  const known = fromConsole ? whole.replace(LIST_SUFFIX, '') : whole;
  return known.slice(0, 255) || words.title;
}

/** What the name of an import is made of: of corrected rows, the name of the first import and a word that says so. */
export function nameWanted(
  file: FileFacts,
  kind: ImportKind,
  earlier: EarlierImport | null,
): { name: string; variant: NameVariant } {
  const isCorrected = earlier !== null || file.fromConsole;
  return { name: earlier?.name ?? defaultJobName(file, kind), variant: isCorrected ? 'corrected' : 'new' };
}

/** The name of the job that creates what a file names and the site does not have. */
export const nameOfMissing = (entity: MissingNames['entity'], fileName: string): string =>
  `New ${entity}s in ${fileName}`.slice(0, 255);

/** What becomes of rows that are joined. */
export function joinedWords(joined: number, joining: Joining): string {
  const rest =
    joining === 'agreeing'
      ? 'and whatever only one of them says.'
      : 'and where the two say something else, what the later one says.';
  const subject = joined === 1 ? 'It’s' : 'Each is';
  return `${subject} imported as one row with the earlier one: with the organizations and products of both, ${rest}`;
}

/** "1,988 of 2,000 rows can be imported" */
export function checkHeadline({ rows, ready: alone, joined = 0 }: CheckSummary): string {
  const ready = alone + joined;
  if (rows === 1) return `${ready} of 1 row can be imported`;
  if (ready === rows) return `All ${countOf(rows, 'row')} can be imported`;
  if (ready === 0) return `None of ${countOf(rows, 'row')} can be imported`;
  return `${formatCount(ready)} of ${countOf(rows, 'row')} can be imported`;
}
