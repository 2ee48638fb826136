import type { EndedRun, SyncCounts, SyncSchedule, SyncView } from '../../../contract/syncs';
import { countOf, enumerated, formatCount, formatExact } from '../../shared/format';

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** When what was delivered is applied. */
export function scheduleWords(schedule: SyncSchedule, timeZone: string): string {
  switch (schedule.every) {
    case 'delivery':
      return 'Applied as soon as it’s delivered';
    case 'hour':
      return 'Every hour';
    case 'day':
      return `Every day at ${hourWords(schedule.hour)} (${timeZone})`;
    case 'week':
      return `${weekdays[schedule.day] ?? ''}s at ${hourWords(schedule.hour)} (${timeZone})`;
  }
}

type LozengeAppearance = 'default' | 'success' | 'removed' | 'inprogress' | 'moved';

export interface State {
  words: string;
  appearance: LozengeAppearance;
}

/** How a sync stands, in a word. */
export function stateOf({ parked, run, isPaused, runs, waiting }: SyncView): State {
  if (parked !== null) return { words: 'Needs attention', appearance: 'removed' };
  if (run?.phase === 'approval') return { words: 'Waits for approval', appearance: 'moved' };
  if (run !== null) return { words: run.phase === 'running' ? 'Running' : 'Comparing', appearance: 'inprogress' };
  if (isPaused) return { words: 'Paused', appearance: 'default' };
  if (waiting !== null) return { words: 'Waiting', appearance: 'inprogress' };
  const last = runs.find(({ outcome }) => outcome !== 'test');
  if (last === undefined) return { words: 'Nothing delivered', appearance: 'default' };
  if (last.outcome === 'held' || last.outcome === 'refused') return outcomes[last.outcome];
  const failed = (last.counts?.failed ?? 0) + (last.counts?.leftOut ?? 0);
  return failed > 0 ? { words: 'Rows failed', appearance: 'moved' } : { words: 'OK', appearance: 'success' };
}

const outcomes: Record<EndedRun['outcome'], State> = {
  applied: { words: 'Applied', appearance: 'success' },
  nothing: { words: 'No changes', appearance: 'success' },
  held: { words: 'Held', appearance: 'removed' },
  refused: { words: 'Refused', appearance: 'default' },
  replaced: { words: 'Replaced', appearance: 'default' },
  test: { words: 'Test', appearance: 'default' },
};

/** How a run ended, in a word. */
export function outcomeOf({ outcome, counts }: EndedRun): State {
  const { failed = 0, leftOut = 0 } = counts ?? {};
  const isMeant = outcome === 'applied' || outcome === 'nothing';
  if (isMeant && failed + leftOut > 0) return { words: 'In part', appearance: 'moved' };
  return outcomes[outcome];
}

/** What a delivery was against what was applied before: "3 new, 12 changed, 1,985 unchanged". */
export function countWords(counts: SyncCounts): string {
  const { new: added, changed, unchanged, vanished, joined, leftOut, failed } = counts;
  const parts = [
    [added, 'new'],
    [changed, 'changed'],
    [unchanged, 'unchanged'],
    [vanished, 'not in the export'],
    [joined, 'joined with other rows'],
    [leftOut, 'left out'],
    [failed, 'failed'],
  ] as const;
  return enumerated(
    parts.flatMap(([count, words]) => (count === 0 ? [] : [`${formatCount(count)} ${words}`])),
    parts.length,
  );
}

/** Records that a run touches, or that are not in its export. */
export const touchedBy = (counts: SyncCounts): number => counts.new + counts.changed + counts.vanished;

/** What happens next: when what waits is applied, or what is waited for. */
export function nextWords({ parked, waiting, isPaused, arriving, retryAt, schedule, timeZone }: SyncView): string {
  if (parked !== null) return 'Goes on once someone takes it over.';
  if (waiting !== null && isPaused) return 'A delivery waits until the sync is resumed.';
  if (waiting !== null) {
    const { dueAt } = waiting;
    return dueAt === null
      ? 'A delivery waits.'
      : `A delivery waits, and is applied ${formatExact(dueAt)} at the earliest.`;
  }
  if (arriving !== null)
    return `${formatCount(arriving.arrived)} of ${countOf(arriving.parts, 'part')} of a delivery have arrived.`;
  if (isPaused) return 'Paused.';
  if (retryAt !== null) return `Rows that failed are sent once more ${formatExact(retryAt)} at the earliest.`;
  return `Nothing waits. ${scheduleWords(schedule, timeZone)}.`;
}
