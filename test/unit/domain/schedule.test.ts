import fc from 'fast-check';
import { dueAfter } from '../../../src/domain/syncs/schedule';

const BERLIN = 'Europe/Berlin';
const HOUR_MS = 3_600_000;
const at2 = { every: 'day', hour: 2 } as const;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 16);
const dateIn = (timeZone: string, time: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(time);

describe('when a schedule is due', () => {
  it.each([
    ['in winter', '2026-01-05T09:00Z', '2026-01-06T01:00'],
    ['in summer', '2026-07-05T09:00Z', '2026-07-06T00:00'],
    ['at the hour that is skipped, at the one after it', '2026-03-28T12:00Z', '2026-03-29T01:00'],
    ['on the day after that', '2026-03-29T01:00Z', '2026-03-30T00:00'],
    ['at the hour that comes twice, the first time', '2026-10-24T12:00Z', '2026-10-25T00:00'],
    ['between the two, not again on that day', '2026-10-25T00:30Z', '2026-10-26T01:00'],
  ])('is told of a day %s', (_, since, expected) => {
    expect(iso(dueAfter(at2, Date.parse(since), BERLIN))).toBe(expected);
  });

  it('is told of an hour, a week and a zone that is apart by quarters of an hour', () => {
    const since = Date.parse('2026-01-05T09:10Z');
    expect(iso(dueAfter({ every: 'hour' }, since, BERLIN))).toBe('2026-01-05T10:00');
    expect(iso(dueAfter({ every: 'week', day: 1, hour: 9 }, since, BERLIN))).toBe('2026-01-12T08:00');
    expect(iso(dueAfter(at2, since, 'Asia/Kathmandu'))).toBe('2026-01-05T20:15');
    expect(dueAfter({ every: 'delivery' }, since, BERLIN)).toBe(since);
  });

  it('comes once on each day, whatever clocks do', () => {
    const zones = fc.constantFrom(BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const hours = fc.integer({ min: 0, max: 23 });
    const starts = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) });
    fc.assert(
      fc.property(zones, hours, starts, (zone, hour, start) => {
        const dates: string[] = [];
        for (let time = start, day = 0; day < 9; day += 1) {
          const next = dueAfter({ every: 'day', hour }, time, zone);
          expect(next - time).toBeLessThanOrEqual(26 * HOUR_MS);
          dates.push(dateIn(zone, next));
          time = next;
        }
        expect(new Set(dates).size).toBe(dates.length);
      }),
      { numRuns: 60 },
    );
  });
});
