import type { JobSummary } from '../../../contract/jobs';
import { findKind, operationOf } from '../../../domain/kinds';
import type { ImportKind, KindOperation } from '../../../domain/kinds/kind';

type Job = Pick<JobSummary, 'kind' | 'operation'>;

/** What is said of a job's rows. A page that was opened before the app was updated may not know the kind of a job. */
export function wordsOf({ kind }: Job): Pick<ImportKind['words'], 'one' | 'many' | 'title' | 'partly'> {
  const partly = 'The row was saved in part.';
  return findKind(kind)?.words ?? { one: 'row', many: 'rows', title: kind, partly };
}

/** The operation of a job, as its kind names it. */
export function operationOfJob({ kind, operation }: Job): Pick<KindOperation, 'name' | 'again'> {
  const known = findKind(kind);
  const found = known && operationOf(known, operation);
  return found ?? { name: operation, again: 'does the same again' };
}
