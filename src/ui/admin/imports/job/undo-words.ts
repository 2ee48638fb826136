import type { JobView, UndoCounts } from '../../../../contract/jobs';
import { takenAway } from '../../../../domain/undo/taken-away';
import { ENTITLEMENTS } from '../../../../domain/kinds/entitlements';
import { PRODUCTS } from '../../../../domain/kinds/products';
import { countOf, enumerated } from '../../../shared/format';
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
    ...backWords(job, back),
    ...(grant === 0 ? [] : [grantWords(grant)]),
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
    ...meanwhileWords(back, takenAway({ leave, revoke, remove })),
    left === 0
      ? 'Nothing is left alone.'
      : `Of ${countOf(left, 'row')}, something is left alone. The undo lists each, with the reason.`,
  ];
}

/** What the rule that made a job does about its undo; null where none did. */
export function ruleWords({ ruleId, operation }: Pick<JobView, 'ruleId' | 'operation'>): string | null {
  if (ruleId === null) return null;
  const made = 'An entitlement rule started this import.';
  if (operation === 'REVOKE')
    return `${made} What is granted again is no longer the rule’s: it won’t change or revoke it.`;
  const again = operation === 'GRANT' ? 'grants the product again' : 'changes the values again';
  return `${made} If it’s on, its next run ${again} for everyone whom it covers. Pause it first, and edit it before you resume it.`;
}

/** What syncs do about the undo of an import that counts as applied with them; null where there are none. */
export function syncWords(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const quoted = enumerated(
    names.map((name) => `“${name}”`),
    names.length,
  );
  const who = names.length === 1 ? `The sync ${quoted} counts` : `The syncs ${quoted} count`;
  return `${who} this import as applied. What you undo is sent again with the next delivery that still has it. To keep it undone, pause the sync first, and correct the export before you resume it.`;
}

/** What becomes of changes between this plan and the batches of the undo. */
function meanwhileWords(back: number, takes: number): string[] {
  return [
    ...(back === 0
      ? []
      : ['What is put back is looked at once more right before. What someone has changed by then is left alone.']),
    ...(takes === 0
      ? []
      : ['What is taken away isn’t looked at again: it goes with what someone changes until the undo gets to it.']),
  ];
}

function backWords(job: JobView, back: number): string[] {
  const { one, many } = wordsOf(job);
  const gets = countOf(back, `${one} gets`, `${many} get`);
  if (job.kind === PRODUCTS)
    return [back === 0 ? 'No names are put back.' : `${gets} back the ${back === 1 ? 'name it' : 'names they'} had.`];
  if (job.kind === ENTITLEMENTS)
    // Most of these grant or revoke, which changes no values.
    return back === 0 ? [] : [`${gets} back the values ${back === 1 ? 'it' : 'they'} had.`];
  return [back === 0 ? 'No values are put back.' : `${gets} back what they had.`];
}

/** What was revoked comes back as another entitlement. */
const grantWords = (grant: number): string =>
  grant === 1
    ? '1 entitlement that the import revoked is granted again with the values it had. Its ID is new.'
    : `${countOf(grant, 'entitlement')} that the import revoked are granted again with the values they had. Their IDs are new.`;

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
  // What was revoked can be granted again.
  const final = leave + remove > 0 ? ' You can’t undo this.' : '';
  if (others.length === 0) return `Type how many ${last}.${final}`;
  return `Type how many ${others.reverse().join(', ')} and ${last}, in all.${final}`;
}

export const hasNothingToUndo = (counts: UndoCounts): boolean => counts.back + counts.grant + takenAway(counts) === 0;
