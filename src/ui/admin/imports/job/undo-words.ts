import type { JobView, UndoCounts } from '../../../../contract/jobs';
import { takenAway } from '../../../../domain/undo/taken-away';
import { countOf } from '../../../shared/format';
import { wordsOf } from '../kind-words';

/** What undoing a job comes to, as far as it was found: so many of its batches have been looked at. */
export interface UndoPlan {
  counts: UndoCounts;
  done: number;
  batches: number;
}

export const noCounts: UndoCounts = { back: 0, grant: 0, leave: 0, revoke: 0, remove: 0, left: 0, reasons: [] };

/** Counts of some batches with those of others; the same reason is told once, most rows first. */
export function withCounts(one: UndoCounts, other: UndoCounts): UndoCounts {
  const reasons = new Map<string, number>();
  for (const { reason, rows } of [...one.reasons, ...other.reasons])
    reasons.set(reason, (reasons.get(reason) ?? 0) + rows);
  return {
    back: one.back + other.back,
    grant: one.grant + other.grant,
    leave: one.leave + other.leave,
    revoke: one.revoke + other.revoke,
    remove: one.remove + other.remove,
    left: one.left + other.left,
    reasons: [...reasons].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows),
  };
}

/** What undoing does, one sentence each. */
export function undoLines(job: JobView, { back, grant, leave, revoke, remove, left }: UndoCounts): string[] {
  const { one, many } = wordsOf(job);
  return [
    back === 0 ? 'No values are put back.' : `${countOf(back, `${one} gets`, `${many} get`)} back what they had.`,
    ...(grant === 0
      ? []
      : [
          `${countOf(grant, 'entitlement', 'entitlements')} that the import revoked ${areWords(grant)} granted again with the values ${grant === 1 ? 'it' : 'they'} had. ${grant === 1 ? 'Its ID is' : 'Their IDs are'} new.`,
        ]),
    ...(leave === 0
      ? []
      : [
          `${countOf(leave, 'organization membership', 'organization memberships')} that the import added ${endsWords(leave)}.`,
        ]),
    ...(revoke === 0
      ? []
      : [`${countOf(revoke, 'entitlement', 'entitlements')} that the import granted ${areWords(revoke)} revoked.`]),
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

const endsWords = (count: number): string => (count === 1 ? 'ends' : 'end');
const areWords = (count: number): string => (count === 1 ? 'is' : 'are');

/** What to type before an undo takes something away. */
export function confirmWords(job: JobView, { leave, revoke, remove }: UndoCounts): string {
  const what = [
    ...(remove > 0 ? [`${wordsOf(job).many} are deleted`] : []),
    ...(leave > 0 ? ['memberships end'] : []),
    ...(revoke > 0 ? ['entitlements are revoked'] : []),
  ];
  const [last = '', ...others] = what.reverse();
  if (others.length === 0) return `Type how many ${last}. You can’t undo this.`;
  return `Type how many ${others.reverse().join(', ')} and ${last}, in all. You can’t undo this.`;
}

export const hasNothingToUndo = (counts: UndoCounts): boolean => counts.back + counts.grant + takenAway(counts) === 0;
