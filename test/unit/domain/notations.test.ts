import { checkBoolean } from '../../../src/domain/fields/boolean';
import { checkDate, guessDateOrder } from '../../../src/domain/fields/date';
import { checkEmail } from '../../../src/domain/fields/formats';
import { guessFieldType } from '../../../src/domain/fields/guess-type';
import { checkNumber, guessDecimal } from '../../../src/domain/fields/number';

const read = (checked: ReturnType<typeof checkDate>) => (checked.ok ? checked.values[0] : checked.message.slice(0, 22));

describe('a date', () => {
  test.each([
    ['2024-03-04T09:15:00Z', '2024-03-04'],
    ['2024-03-04T23:59:59.999+14:00', '2024-03-04'],
    ['2024-11-30 08:01', '2024-11-30'],
    ['2024/3/4', '2024-03-04'],
    ['20240304', '2024-03-04'],
    ['04.03.2024', '2024-03-04'],
    ['04/03/2024 12:30 PM', '2024-03-04'],
    ['Mon, 04/03/2024', '2024-03-04'],
    ['Montag, 4. März 2024', '2024-03-04'],
    ['4 mars 2024', '2024-03-04'],
    ['4 de marzo de 2024', '2024-03-04'],
    ['4 marca 2024', '2024-03-04'],
    ['Mar 4, 2024', '2024-03-04'],
    ['March 4th, 2024 9:00 am', '2024-03-04'],
    ['04-Mar-2024', '2024-03-04'],
    ['2024年3月4日', '2024-03-04'],
    ['31.02.2021', 'This date doesn’t exis'],
    ['04.03.24', 'The year has two digit'],
    ['04-MAR-24', 'The year has two digit'],
    ['45355', 'Not a date. Write it a'],
    ['soon', 'Not a date. Write it a'],
  ])('%s is read as %s where the day comes first', (text, day) => {
    expect(read(checkDate(text, 'dmy'))).toBe(day);
  });

  it('says of a date in another order than its column’s where to choose that', () => {
    const said = (text: string) => {
      const checked = checkDate(text, 'iso');
      return checked.ok ? null : checked.message;
    };
    expect(said('31/12/2025')).toMatch(/^Not a date\. .*choose the order of its dates where you map the column\.$/);
    expect(said('soon')).not.toContain('order');
  });

  test.each([
    [['13/04/2024', '01/02/2024'], 'dmy'],
    [['04/13/2024', '01/02/2024'], 'mdy'],
    [['01/02/2024', '03/04/2024'], undefined],
    [['2024-01-02 08:00', '2024-03-04'], 'iso'],
    [['31.02.2021', '13.02.2021'], 'dmy'],
    [['13/01/2024', '14/01/2024', '01/16/2024'], undefined],
    [['3/14/26', '3/4/26'], 'mdy'],
    [['31.12.99', '1.2.99'], 'dmy'],
    [['99-12-31', '98-03-04'], 'iso'],
    [['03/04/26', '05/06/26'], undefined],
    // The last could be the day: 26 March 2014, and 14 March 2026.
    [['26-03-14', '25-04-15'], undefined],
    [['04-MAR-26', '05-APR-27'], 'iso'],
    [['03/04/2025', '03/14/2025', '03/04/26'], 'mdy'],
  ])('%j settle the order of their column: %s', (values, order) => {
    expect(guessDateOrder(values)).toBe(order);
  });
});

describe('a year of two digits', () => {
  test.each([
    ['03/04/26', 'dmy', 2000, '2026-04-03'],
    ['1.2.99', 'dmy', 2000, '2099-02-01'],
    ['1.2.99', 'dmy', 1950, '1999-02-01'],
    ['1.2.49', 'dmy', 1950, '2049-02-01'],
    ['1/2/30', 'mdy', 1930, '1930-01-02'],
    ['1/2/29', 'mdy', 1930, '2029-01-02'],
    ['26-03-14', 'iso', 2000, '2026-03-14'],
    ['04-MAR-26', 'iso', 2000, '2026-03-04'],
    ['March 4, ’26', 'mdy', 1900, '1926-03-04'],
    ['Tue 03/04/26 10:30', 'mdy', 2000, '2026-03-04'],
    ['29.02.00', 'dmy', 1900, 'This date doesn’t exis'],
    ['03/04/2025', 'dmy', 1900, '2025-04-03'],
    ['03/04/26', 'dmy', 'none', 'The year has two digit'],
    ['03/04/26', 'dmy', undefined, 'The year has two digit'],
  ] as const)('of %s, read as %s with years from %s, is that of %s', (text, order, yearsFrom, day) => {
    expect(read(checkDate(text, order, yearsFrom))).toBe(day);
  });
});

describe('a number', () => {
  test.each([
    ['1.234,5', ',', '1234.5'],
    ['1 234,5', ',', '1234.5'],
    ["1'234.5", '.', '1234.5'],
    ['1,234,567', '.', '1234567'],
    ['36,5', ',', '36.5'],
    ['−7', '.', '-7'],
    ['1.2.3', ',', 'Not a number. Use digi'],
    ['1,234', undefined, 'Ambiguous number. Choo'],
    ['4.91512E+11', undefined, 'A spreadsheet has shor'],
    ['#####', '.', 'A spreadsheet has shor'],
  ] as const)('%s with the mark %s is %s', (text, mark, value) => {
    expect(read(checkNumber(text, mark))).toBe(value);
  });

  test.each([
    [['1,5', '36,5'], ','],
    [['1.234,5'], ','],
    [['1,234.5'], '.'],
    [['1,234', '5'], 'open'],
    [['12', '3.5'], undefined],
    [['1.234', '12.500'], 'open'],
    [['1.234', '12.5'], undefined],
    [['none'], undefined],
    [['5', '7', 'abc'], undefined],
    [['5', '1,234', 'abc'], 'open'],
    [['1.234', 'abc'], 'open'],
  ])('%j say what stands before the decimals: %s', (values, mark) => {
    expect(guessDecimal(values)).toBe(mark);
  });

  test('with a decimal comma makes a field of numbers', () => {
    expect(guessFieldType(['36,5', '37,5'])).toBe('NUMBER');
  });
});

test.each([
  ['ja', 'true'],
  ['Nein', 'false'],
  ['VRAI', 'true'],
  ['não', 'false'],
  ['tak', 'true'],
  ['いいえ', 'false'],
  ['x', 'true'],
  ['maybe', 'Not yes or no. Use yes'],
])('%s is %s', (word, value) => {
  expect(read(checkBoolean(word))).toBe(value);
});

test.each([
  ['o’neil@x.example', "o'neil@x.example"],
  ['ada@x,com', 'ada@x.com'],
  ['ada at x.example', 'ada@x.example'],
  ['ada@x.example.', 'ada@x.example'],
  ['nobody', undefined],
])('%s is no address; likely meant is %s', (text, meant) => {
  const checked = checkEmail(text);
  expect(checked.ok ? 'an address' : checked.meant).toBe(meant);
});

test.each([
  'ada@x.de|Ada',
  'ada@x.de/Sales',
  'ada@x.de!',
  'a..b@x.de',
  'a.@x.de',
  'a@-x.de',
  'a@1.2.3.4',
  '\u0430da@x.de',
])('%s is no address', (text) => {
  expect(checkEmail(text).ok).toBe(false);
});

test.each(["o'neil@x.example", 'ada+tag@sub.x-y.example', 'zoë@ümlaut.example', 'иван@почта.рф', '山田@例え.jp'])(
  '%s is one',
  (text) => {
    expect(checkEmail(text).ok).toBe(true);
  },
);
