import {
  breakable,
  countOf,
  formatDuration,
  formatPercent,
  formatRelative,
  looksLike,
  quoted,
} from '../../../src/ui/shared/format';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

describe('times relative to now', () => {
  it.each([
    [NOW, 'just now'],
    [NOW - 40_000, 'just now'],
    [NOW - 5 * MINUTE, '5 minutes ago'],
    [NOW - 25 * 60 * MINUTE, 'yesterday'],
    [NOW - 3 * 24 * 60 * MINUTE, '3 days ago'],
    [NOW + 30_000, 'just now'],
    [NOW + 2 * MINUTE, 'just now'],
  ])('%d is "%s"', (time, words) => {
    expect(formatRelative(time, NOW)).toBe(words);
  });
});

describe('durations', () => {
  it.each([
    [0.2, '1 s'],
    [45, '45 s'],
    [19 * 60, '19 min'],
    [3600, '1 h'],
    [2 * 3600 + 5 * 60, '2 h 5 min'],
    [3 * 86_400 + 4 * 3600, '3 d 4 h'],
  ])('%d seconds are "%s"', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});

describe('shares', () => {
  it('are 100% only when nothing is left', () => {
    expect(formatPercent(1_999, 2_000)).toBe('99%');
    expect(formatPercent(2_000, 2_000)).toBe('100%');
    expect(formatPercent(1, 2_000)).toBe('<1%');
    expect(formatPercent(0, 2_000)).toBe('0%');
  });

  it('of nothing are 0%', () => {
    expect(formatPercent(0, 0)).toBe('0%');
  });
});

it('counts in the singular and the plural, with thousands apart', () => {
  expect(countOf(1, 'row')).toBe('1 row');
  expect(countOf(2_000, 'row')).toBe('2,000 rows');
  expect(countOf(2, 'row is', 'rows are')).toBe('2 rows are');
});

describe('names in a sentence', () => {
  it.each([
    [[], ''],
    [['EU'], '“EU”'],
    [['EU', 'US'], '“EU” and “US”'],
    [['EU', 'US', 'AU'], '“EU”, “US” and “AU”'],
    [['EU', 'US', 'AU', 'NZ'], '“EU”, “US”, “AU” and 1 more'],
  ])('%j are %s', (names, words) => {
    expect(quoted(names, 3)).toBe(words);
  });
});

it('breaks words that are too long for a heading, and leaves the others alone', () => {
  expect(breakable('Internationalization of Region')).toBe('Internationalization of Region');
  expect(breakable(`of ${'x'.repeat(25)}`).split('\u200B')).toEqual(['of xxxxxxxx', 'xxxxxxxx', 'xxxxxxxx', 'x']);
  expect(breakable('amara.bianchi.136@customers.example').split('\u200B')).toEqual([
    'amara.',
    'bianchi.',
    '136',
    '@customers.',
    'example',
  ]);
});

describe('a name that is typed as it is shown', () => {
  it.each([
    ['Two  spaces', 'Two spaces', true],
    ['Two\u00a0spaces', ' Two spaces ', true],
    ['x'.repeat(40), breakable('x'.repeat(40)), true],
    ['Region', 'region', false],
    ['Region', 'Regio', false],
    ['Tracker \u202EX', 'Tracker X', true],
    ['Tracker \u202EX', '\u2068Tracker \u202EX\u2069', true],
  ])('%j typed as %j: %s', (name, typed, isSame) => {
    expect(looksLike(typed, name)).toBe(isSame);
  });
});
