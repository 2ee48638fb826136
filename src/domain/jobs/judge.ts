import { fold } from '../fold';
import { type Verdict, succeeded } from './account';

/** A failure as a task reports it: it names what it is about, but no row. CSM reference, TaskFailure. */
export interface TaskFailure {
  entityId: string;
  operatedOn: string;
  operatedOnIds?: string[] | undefined;
  error?: string | undefined;
}

/** The names under which a task's failures may speak of a row, case-folded. */
export type Keys = readonly string[];

/** A verdict for each row, or null where the task's word is not enough to give one. */
export type Judgement = (Verdict | null)[];

const PARTS: Record<string, string> = {
  DETAIL_FIELD: 'Detail field',
  ASSOCIATE_ORGANIZATION: 'Organization',
  ASSOCIATE_PRODUCT: 'Product',
  ASSOCIATE_CUSTOMER: 'Customer',
};

/**
 * Joins the failures of a finished task to the rows that were sent. A row that no failure names succeeded, unless a
 * failure names no row: then any of the silent rows may be the one it means, and all of them are in doubt.
 */
export function judge(failures: readonly TaskFailure[], rows: readonly Keys[], finished: boolean): Judgement {
  const rowsByKey = new Map<string, number[]>();
  rows.forEach((keys, row) => {
    for (const key of keys) rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row]);
  });
  const failuresByRow = new Map<number, TaskFailure[]>();
  let stray = false;
  for (const failure of failures) {
    const named = rowsByKey.get(fold(failure.entityId));
    if (named === undefined) stray = true;
    for (const row of named ?? []) failuresByRow.set(row, [...(failuresByRow.get(row) ?? []), failure]);
  }
  const silent = finished && !stray ? succeeded : null;
  return rows.map((_, row) => {
    const own = failuresByRow.get(row);
    return own === undefined ? silent : verdictOf(own, finished);
  });
}

const BROKE_OFF = 'The task was interrupted, so it’s not known whether the rest of the row was saved.';

/**
 * The row failed when its entity did; when only something on it was refused, the rest of the row was written, if the
 * task came to its end.
 */
function verdictOf(failures: readonly TaskFailure[], finished: boolean): Verdict {
  const whole = failures.filter((failure) => PARTS[failure.operatedOn] === undefined);
  if (whole.length > 0) return { outcome: 'failed', reason: whole.map(words).join(' ') };
  const refused = failures.map(describe);
  return finished
    ? { outcome: 'partly', reason: refused.join(' ') }
    : { outcome: 'unconfirmed', reason: [...refused, BROKE_OFF].join(' ') };
}

function describe(failure: TaskFailure): string {
  const part = PARTS[failure.operatedOn] ?? failure.operatedOn;
  const which = failure.operatedOnIds?.length ? ` ${failure.operatedOnIds.join(', ')}` : '';
  return `${part}${which}: ${words(failure)}`;
}

const words = (failure: TaskFailure): string => failure.error?.trim() || 'Your site gave no reason.';
