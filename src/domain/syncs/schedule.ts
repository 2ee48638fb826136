import type { SyncSchedule } from '../../contract/syncs';

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
/** Quarters of an hour in eight days: the next run of a weekly schedule is among them, whatever clocks do meanwhile. */
const QUARTERS_AHEAD = 8 * 24 * 4;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * The first time after `since` (milliseconds since 1970) at which a schedule is due, in its time zone; `since` itself where
 * whatever is delivered is due. A day whose hour is skipped when clocks go forward is due at the hour after it, and one
 * whose hour comes twice is due once.
 */
export function dueAfter(schedule: SyncSchedule, since: number, timeZone: string): number {
  if (schedule.every === 'delivery') return since;
  if (schedule.every === 'hour') return nextMultiple(since, HOUR_MS);
  const read = localTime(timeZone);
  const before = read(since);
  let last = before;
  // Zones are apart by quarters of an hour.
  for (let quarter = 1, at = nextMultiple(since, QUARTER_MS); quarter <= QUARTERS_AHEAD; quarter += 1) {
    const now = read(at);
    const isDay = schedule.every === 'day' || now.weekday === schedule.day;
    const reached = now.minutes >= schedule.hour * 60;
    const wasReached = last.date === now.date && last.minutes >= schedule.hour * 60;
    // An hour that comes twice was reached the first time, also where `since` is between the two.
    const wasBefore = before.date === now.date && before.minutes >= schedule.hour * 60;
    if (isDay && reached && !wasReached && !wasBefore) return at;
    last = now;
    at += QUARTER_MS;
  }
  return since + 7 * 24 * HOUR_MS;
}

const nextMultiple = (time: number, step: number): number => (Math.floor(time / step) + 1) * step;

interface LocalTime {
  date: string;
  weekday: number;
  minutes: number;
}

function localTime(timeZone: string): (time: number) => LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return {
      date: `${of('year')}-${of('month')}-${of('day')}`,
      weekday: weekdays.indexOf(of('weekday')),
      minutes: Number(of('hour')) * 60 + Number(of('minute')),
    };
  };
}

/** Whether the platform knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
