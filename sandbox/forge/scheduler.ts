import type { Clock } from '../clock';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './limits';
import type { Interval, Schedule } from '../manifest';

const intervalMs: Record<Interval, number> = {
  fiveMinute: 5 * MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

export interface SchedulerFaults {
  /** How often a tick fires twice, from 0 to 1. */
  doubleRate: number;
  /** How often a tick does not fire at all, from 0 to 1. */
  missRate: number;
}

export interface SchedulerOptions {
  clock: Clock;
  random: () => number;
  schedules: readonly Schedule[];
  faults: SchedulerFaults;
  fire: (schedule: Schedule) => void;
}

/** Fires every schedule of the manifest at its interval, first one interval from now. Returns what stops it. */
export function startScheduler({ clock, random, schedules, faults, fire }: SchedulerOptions): () => void {
  const cancellations = new Map<Schedule, () => void>();
  const arm = (schedule: Schedule): void => {
    const tick = (): void => {
      arm(schedule);
      // Drawn only where ticks can be missed, so that a fault that is off does not shift the others.
      if (faults.missRate > 0 && random() < faults.missRate) return;
      fire(schedule);
      if (random() < faults.doubleRate) fire(schedule);
    };
    cancellations.set(schedule, clock.setTimer(intervalMs[schedule.interval], tick));
  };
  schedules.forEach(arm);
  return () => {
    for (const cancelTimer of cancellations.values()) cancelTimer();
  };
}
