import type { JobView, UndoCounts } from '../../../../contract/jobs';
import { countOf } from '../../../shared/format';
import { wordsOf } from '../kind-words';

/** What undoing a job comes to, as far as it was found: so many of its batches have been looked at. */
export interface UndoPlan {
  counts: UndoCounts;
  done: number;
  batches: number;
}

export const noCounts: UndoCounts = { back: 0, remove: 0, left: 0, reasons: [] };

/** Counts of some batches with those of others; the same reason is told once, most rows first. */
export function withCounts(one: UndoCounts, other: UndoCounts): UndoCounts {
  const reasons = new Map<string, number>();
  for (const { reason, rows } of [...one.reasons, ...other.reasons])
    reasons.set(reason, (reasons.get(reason) ?? 0) + rows);
  return {
    back: one.back + other.back,
    remove: one.remove + other.remove,
    left: one.left + other.left,
    reasons: [...reasons].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows),
  };
}

/** What undoing does, one sentence each. */
export function undoLines(job: JobView, { back, remove, left }: UndoCounts): string[] {
  const { one, many } = wordsOf(job);
  return [
    back === 0 ? 'No values are put back.' : `${countOf(back, `${one} gets`, `${many} get`)} back what they had.`,
    ...(remove === 0
      ? []
      : [
          `${countOf(remove, `${one} is`, `${many} are`)} deleted, as the import created them. Their records are saved.`,
        ]),
    left === 0
      ? 'Nothing is left alone.'
      : `Of ${countOf(left, 'row')}, something is left alone. The undo lists each, with the reason.`,
  ];
}

export const hasNothingToUndo = ({ back, remove }: UndoCounts): boolean => back + remove === 0;
