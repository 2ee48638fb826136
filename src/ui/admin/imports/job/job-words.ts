import {
  type BatchView,
  type JobState,
  type JobSummary,
  type JobView,
  type ListedJob,
  type Outcome,
  type ReasonOfRows,
  type Tally,
  type Wait,
  endStates,
} from '../../../../contract/jobs';
import type { CallErrorCode } from '../../../shared/call-error';
import { countOf, formatCount, formatDuration, formatExact, formatPercent } from '../../../shared/format';
import { operationOfJob, wordsOf } from '../kind-words';

export const hasEnded = (state: JobState): boolean => endStates.includes(state);

/** Neither ended, nor waiting for a person or for the page that sends it. */
export const movesByItself = (state: JobState): boolean =>
  state === 'queued' || state === 'running' || state === 'cancelling';

/** Stopped or paused: it sends nothing until someone decides. */
const waitsForSomeone = (state: JobState): boolean => state === 'needs-attention' || state === 'paused';

/** Whether a sync or an entitlement rule has made it: nobody has chosen a file, and it waits until its run gets to it. */
export const isMadeByApp = ({ syncId, ruleId }: Pick<JobSummary, 'syncId' | 'ruleId'>): boolean =>
  syncId !== null || ruleId !== null;

/** Whether its rows are there, and the run that it belongs to has not begun with it. */
export const waitsForRun = (job: JobSummary): boolean => job.state === 'uploading' && isMadeByApp(job);

/** Whether a job of a list moves by itself, or while the page that sends it is open: of one that cannot be read, nobody knows. */
export const isUnderWay = (job: ListedJob): job is JobSummary =>
  job.state !== 'unreadable' && !waitsForSomeone(job.state) && !hasEnded(job.state) && !waitsForRun(job);

/** What an import is called of which not even the name can be read. */
export const nameOf = ({ name }: Pick<ListedJob, 'name'>): string => name ?? 'An import';

/** Milliseconds until the page asks for a job again; null when nothing will change any more. */
export function pollDelay(job: JobView): number | null {
  if (hasEnded(job.state)) return null;
  if (waitsForSomeone(job.state)) return job.state === 'paused' && job.batches.inFlight > 0 ? 5_000 : 15_000;
  return job.waiting || job.state === 'uploading' ? 5_000 : 2_000;
}

type LozengeAppearance = 'default' | 'inprogress' | 'moved' | 'removed' | 'success';

/** How a job stands, in one or two words. */
export function stateWords(job: ListedJob): { words: string; appearance: LozengeAppearance } {
  switch (job.state) {
    case 'unreadable':
      return { words: 'Can’t be read', appearance: 'removed' };
    case 'uploading':
      return waitsForRun(job)
        ? { words: 'Waiting', appearance: 'default' }
        : { words: 'Receiving rows', appearance: 'inprogress' };
    case 'queued':
      return { words: 'Queued', appearance: 'default' };
    case 'running':
      return { words: 'Running', appearance: 'inprogress' };
    case 'paused':
      return job.isHeld ? { words: 'Waiting', appearance: 'default' } : { words: 'Paused', appearance: 'moved' };
    case 'cancelling':
      return { words: 'Cancelling', appearance: 'moved' };
    case 'needs-attention':
      return { words: 'Needs attention', appearance: 'removed' };
    case 'cancelled':
      return { words: 'Cancelled', appearance: 'default' };
    case 'not-started':
      return { words: 'Not started', appearance: 'default' };
    case 'finished':
      return finishedWords(job);
  }
}

function finishedWords({ rows, tally }: JobSummary): { words: string; appearance: LozengeAppearance } {
  if (tally.succeeded === rows.accepted) {
    return { words: rows.leftOut === 0 ? 'Done' : 'Done, some left out', appearance: 'success' };
  }
  if (tally.failed === rows.accepted) return { words: 'Failed', appearance: 'removed' };
  return {
    words: tally.failed + tally.partly === 0 ? 'Done, some unconfirmed' : 'Done with failures',
    appearance: 'moved',
  };
}

/** Rows that were sent and of which is known what became of them. */
export const doneRows = (tally: Tally): number => tally.succeeded + tally.partly + tally.failed + tally.unconfirmed;

/** Rows whose outcome is known: those done, and those that a cancelled job never sends. */
export const settledRows = (tally: Tally): number => doneRows(tally) + tally.cancelled;

/** "500 of 975 rows · 51%". What was cancelled is not done, so that a cancelled job does not look like a full one. */
export function progressWords({ state, rows: { accepted }, tally }: JobSummary): string {
  if (state === 'not-started') return `0 of ${countOf(accepted, 'row')} · not started`;
  const done = doneRows(tally);
  const share = `${formatCount(done)} of ${countOf(accepted, 'row')}`;
  return tally.cancelled === 0
    ? `${share} · ${formatPercent(done, accepted)}`
    : `${share} before it was cancelled · ${formatPercent(done, accepted)}`;
}

/** Before an import starts, nobody can count on a row of its file to be there. */
const hasBegun = (state: JobState): boolean => state !== 'uploading' && state !== 'not-started';

/** Rows that the download of failed rows holds by now. */
export const unsuccessfulRows = ({ state, tally, rows }: JobSummary): number =>
  hasBegun(state) ? settledRows(tally) - tally.succeeded + rows.leftOut : 0;

/** One line of the account by reason. */
export interface ReasonRow extends ReasonOfRows {
  words: string;
  rows: number;
  /** Rows of several reasons that are not told apart: nothing can be asked of them alone. */
  isOther: boolean;
}

/** The account by reason: what is told apart, then the rest. */
export function reasonRows({ reasons, otherReasons, otherLeftOut }: JobView): ReasonRow[] {
  const told = reasons.map(({ list, reason, rows }) => {
    const words = list === 'sent' ? reason : `Left out: ${reason}`;
    return { list, reason, words, rows, isOther: false };
  });
  const others = [
    { list: 'sent' as const, words: 'Other reasons', rows: otherReasons },
    { list: 'left out' as const, words: 'Left out: the check found problems', rows: otherLeftOut },
  ];
  return [...told, ...others.filter(({ rows }) => rows > 0).map((other) => ({ ...other, reason: '', isOther: true }))];
}

/** "Row 5", or "Rows 5, 9, 12, …" where there are more. */
export function firstRowsWords(first: readonly number[], rows: number): string {
  if (first.length === 0) return '';
  const numbers = first.map(String).join(', ');
  if (rows > first.length) return `Rows ${numbers}, …`;
  return `${first.length === 1 ? 'Row' : 'Rows'} ${numbers}`;
}

/** What is in the download of failed rows, and what to do with them; rows in doubt need no correction. */
export function downloadWords(job: JobSummary): { listed: string; doubt: string | null } {
  const { tally } = job;
  const { unconfirmed } = tally;
  const rows = unsuccessfulRows(job);
  const listed = `${countOf(rows, 'row')} in the layout of your file, with the reason for each`;
  if (unconfirmed === 0) return { listed: `${listed}. Correct and import them again.`, doubt: null };
  const maybe = `${countOf(unconfirmed, 'row is', 'rows are')} unconfirmed. Your site may already have ${unconfirmed === 1 ? 'it' : 'them'}.`;
  return {
    listed: rows === unconfirmed ? `${listed}.` : `${listed}. Correct the failed rows and import them again.`,
    doubt: `${maybe} Importing an unconfirmed row again as “${operationOfJob(job).name}” ${operationOfJob(job).again}.`,
  };
}

/**
 * The time left is that of work: nobody knows how long a wait for the site or another job lasts. A job whose own tasks
 * fill all slots is at work, as fast as the site takes rows; slots that others use come with a time to ask again.
 */
const isHeldUp = (waiting: Wait | null): boolean =>
  waiting !== null && !(waiting.for === 'slot' && waiting.until === null);

/** "410 rows a minute · about 19 min left", as far as it is known; a job that stands still has no speed. */
export function paceWords({ state, rowsPerMinute, secondsLeft, startedAt, endedAt, waiting }: JobView): string {
  if (hasEnded(state)) {
    return startedAt === null || endedAt === null ? '' : `Took ${formatDuration((endedAt - startedAt) / 1000)}`;
  }
  if (!movesByItself(state)) return '';
  const parts = [
    ...(rowsPerMinute === null ? [] : [`${formatCount(Math.round(rowsPerMinute))} rows a minute`]),
    ...(secondsLeft === null || isHeldUp(waiting) ? [] : [`about ${formatDuration(secondsLeft)} left`]),
  ];
  return parts.join(' · ');
}

/**
 * "This import uses 2 of 5 task slots.": of those that the app may have at once, the ones that the job has. Null where it
 * has none and will take none before someone acts.
 */
export function slotWords({ state, slots }: JobView): string | null {
  if (slots.used === 0 && !movesByItself(state)) return null;
  return `This import uses ${formatCount(slots.used)} of ${countOf(slots.of, 'task slot')}.`;
}

/** What a job waits for, as a sentence: what it waits for the site or another job to do follows the words of waiting. */
export function waitWords({ for: reason, message }: Wait): string {
  if (reason === 'read-back') return 'Your site didn’t report the outcome of some rows. Looking them up on your site.';
  if (reason !== 'turn' && reason !== 'slot') return message;
  return `Waiting for ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** "Continues in 4 min"; null where it is not known when. After a fault of the app nobody knows whether it goes on. */
export function nextWords({ for: reason, until }: Wait, now: number): string | null {
  if (until === null || until <= now) return null;
  const seconds = (until - now) / 1_000;
  const left = seconds < 60 ? 'less than a minute' : formatDuration(seconds);
  return `${reason === 'fault' ? 'Retries' : 'Continues'} in ${left}`;
}

function unreachedTitle(code: CallErrorCode): string {
  switch (code) {
    case 'NO_ANSWER':
      return 'This page can’t reach the app right now';
    case 'SITE_BUSY':
      return 'Your site is asking this page to slow down';
    default:
      return 'Your site isn’t responding to this page right now';
  }
}

/** What a person is told who cannot be shown how an import stands just now; `state` is how it stood, if that is known. */
export function unreachedWords(code: CallErrorCode, state: JobState | null): { title: string; advice: string } {
  const title = unreachedTitle(code);
  if (state === null)
    return { title, advice: 'This page tries again automatically, and the import doesn’t depend on it.' };
  const goesOn = movesByItself(state) ? 'The import continues on its own, and nothing is sent twice. ' : '';
  return { title, advice: `${goesOn}Below is its last known state. This page tries again automatically.` };
}

/** What is in the download of all results. */
export const resultsWords = ({ rows }: JobSummary): string =>
  `${countOf(rows.total, 'row')} in the order of your file${(rows.joined ?? 0) > 0 ? ', joined rows behind the row they were joined with' : ''}, with the outcome of each, what was done, the ID on your site where it’s known, and why not.`;

/** Until when the results of an import are there. */
export const keptWords = ({ keptUntil }: JobView): string | null =>
  keptUntil === null ? null : `This import and its results are kept until ${formatExact(keptUntil)}, then deleted.`;

export type CountKey = Outcome | 'waiting' | 'left out' | 'joined';

/** The rows of a job by what became of them; those that are none are left out, but the succeeded are always told. */
export function rowCounts({ rows, tally }: JobSummary): { key: CountKey; rows: number }[] {
  const counts: { key: CountKey; rows: number }[] = [
    { key: 'succeeded', rows: tally.succeeded },
    { key: 'partly', rows: tally.partly },
    { key: 'failed', rows: tally.failed },
    { key: 'unconfirmed', rows: tally.unconfirmed },
    { key: 'cancelled', rows: tally.cancelled },
    { key: 'waiting', rows: Math.max(0, rows.accepted - settledRows(tally)) },
    { key: 'left out', rows: rows.leftOut },
    { key: 'joined', rows: rows.joined ?? 0 },
  ];
  return counts.filter((count) => count.rows > 0 || count.key === 'succeeded');
}

/** How much of a settled batch succeeded, as the look of its state. */
export function settledAppearance({ rows, tally }: BatchView): LozengeAppearance {
  if (tally === null || tally.succeeded === rows) return 'success';
  return tally.succeeded === 0 ? 'removed' : 'moved';
}

/** What each of the counts means, for those who have not seen it before. */
export const countMeanings = (job: JobView): Record<CountKey, string> => ({
  succeeded: 'Your site confirmed that it’s done.',
  partly: wordsOf(job).partly,
  failed:
    job.undoOf === null
      ? 'Your site refused the row.'
      : 'Your site refused the row, or someone has changed the record since. The list says which.',
  unconfirmed: 'Your site didn’t report an outcome, and looking the row up didn’t show one. It may have been imported.',
  cancelled: 'Not sent, because the import was cancelled.',
  waiting: 'No outcome yet.',
  joined: `Imported as one row with an earlier row about the same ${wordsOf(job).one}, and counted with it.`,
  'left out':
    job.undoOf === null
      ? 'Had problems in the check, so it was never sent.'
      : 'Something of the record was left alone. The list says why.',
});

/** What cancelling does, in numbers. */
export function cancelConsequence(job: JobView): string {
  const waiting = job.rows.accepted - settledRows(job.tally);
  const { inFlight } = job.batches;
  const follow =
    inFlight === 0
      ? 'No requests are under way.'
      : `${countOf(inFlight, 'request that is', 'requests that are')} under way will be tracked to the end.`;
  const { succeeded } = job.tally;
  const { one, many } = wordsOf(job);
  const stay = ` ${countOf(succeeded, `${one} that was already`, `${many} that were already`)} imported will stay.`;
  const unsent = `${countOf(waiting, 'row has', 'rows have')} no outcome yet. Rows that haven’t been sent won’t be.`;
  return `${unsent} ${follow}${succeeded > 0 ? stay : ''}`;
}

/** Progress for screen readers: changes at every tenth and at every change of state, not with each row. */
export function progressAnnouncement(job: JobView): string {
  const { words } = stateWords(job);
  if (hasEnded(job.state)) {
    return `${words}. ${countOf(job.tally.succeeded, 'row')} succeeded, ${formatCount(unsuccessfulRows(job))} didn’t.`;
  }
  const tenths = job.rows.accepted === 0 ? 0 : Math.floor((settledRows(job.tally) / job.rows.accepted) * 10);
  return `${words}, ${tenths * 10} percent.`;
}
