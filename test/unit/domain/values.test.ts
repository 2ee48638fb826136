import type { DetailFieldType } from '../../../src/contract/fields';
import { checkEmail } from '../../../src/domain/fields/formats';
import { guessDateOrder } from '../../../src/domain/fields/date';
import { guessFieldType } from '../../../src/domain/fields/guess-type';
import { guessCurrency } from '../../../src/domain/fields/number';
import { checkValue, type ValueNotation } from '../../../src/domain/fields/value';

const check = (type: DetailFieldType, raw: string, notation: Partial<ValueNotation> = {}) => {
  const field = { name: 'F', type, options: ['EU', 'North America', 'A;B'] };
  const checked = checkValue(field, raw, { separator: ';', ...notation });
  return checked.ok ? checked.values : checked.message;
};

test.each<[DetailFieldType, string, string[]]>([
  ['TEXT', ' kept as it is ', [' kept as it is ']],
  ['TEXT', '   ', []],
  ['EMAIL', ' ada@acme.example ', ['ada@acme.example']],
  ['URL', 'HTTPS://acme.example/x', ['HTTPS://acme.example/x']],
  ['NUMBER', '+12.50', ['12.50']],
  ['BOOLEAN', 'Yes', ['true']],
  ['BOOLEAN', '0', ['false']],
  ['PHONE', '+49 (30) 123-45', ['+49 (30) 123-45']],
  ['SELECT', 'north america', ['North America']],
  ['MULTISELECT', 'eu; north america;EU;', ['EU', 'North America']],
  ['MULTISELECT', 'A;B', ['A;B']],
])('%s takes %j as %j', (type, raw, values) => {
  expect(check(type, raw)).toEqual(values);
});

test.each<[DetailFieldType, string, Partial<ValueNotation>, string]>([
  ['NUMBER', '€ 1.200,50', { decimal: ',', currency: '€' }, '1200.50'],
  ['NUMBER', '-$1,300.00', { decimal: '.', currency: '$' }, '-1300.00'],
  ['NUMBER', '1 200 kr', { decimal: ',', currency: 'kr' }, '1200'],
  ['NUMBER', 'CHF 12', { currency: 'CHF' }, '12'],
  ['URL', 'www.acme.example', { scheme: 'https' }, 'https://www.acme.example'],
  ['URL', 'acme.example/a?b=c', { scheme: 'https' }, 'https://acme.example/a?b=c'],
  ['URL', 'http://acme.example', { scheme: 'https' }, 'http://acme.example'],
  ['PHONE', '030 1234567', { country: 'DE' }, '+49 30 1234567'],
  ['DATE', '46095', { dateOrder: 'days' }, '2026-03-14'],
  ['DATE', '46095.75', { dateOrder: 'days' }, '2026-03-14'],
  ['DATE', '2026-03-14', { dateOrder: 'days' }, '2026-03-14'],
])('%s takes %j as written with %j for %j', (type, raw, notation, value) => {
  expect(check(type, raw, notation)).toEqual([value]);
});

test.each<[DetailFieldType, string, Partial<ValueNotation>, RegExp]>([
  ['NUMBER', '$ 12', { currency: '€' }, /Not a number/],
  ['NUMBER', '$ 12', {}, /Not a number/],
  ['URL', 'see the website', { scheme: 'https' }, /Not a URL/],
  ['URL', 'n/a', { scheme: 'https' }, /Not a URL/],
  ['PHONE', '030 1234567', { country: 'none' }, /country code/],
  ['DATE', '460', { dateOrder: 'days' }, /number of days/],
  ['EMAIL', 'ada@a.example; bo@a.example', {}, /Several email addresses/],
])('%s refuses %j as written with %j', (type, raw, notation, reason) => {
  expect(check(type, raw, notation)).toMatch(reason);
});

test.each([
  [['$ 1', '2'], '$'],
  [['12 CHF', '3 CHF'], 'CHF'],
  [['$ 1', '€ 2'], undefined],
  [['INV001', 'INV002'], undefined],
])('the currency of %j is %s', (samples, currency) => {
  expect(guessCurrency(samples)).toBe(currency);
});

test.each([
  ['Ada Byron <ada@a.example>', 'ada@a.example'],
  ['ada@a.example (work)', 'ada@a.example'],
])('of %s, the address is what is likely meant', (raw, meant) => {
  expect(checkEmail(raw)).toMatchObject({ ok: false, meant });
});

test.each<[DetailFieldType, string, RegExp]>([
  ['TEXT', 'x'.repeat(256), /255 characters/],
  ['EMAIL', 'ada@acme', /name@example.com/],
  ['EMAIL', 'a@b@c.de', /name@example.com/],
  ['URL', 'www.acme.example', /https:\/\//],
  ['NUMBER', '1,234', /Ambiguous/],
  ['NUMBER', '1.234.567', /Ambiguous/],
  ['NUMBER', 'many', /Not a number/],
  ['BOOLEAN', 'maybe', /yes or no/],
  ['PHONE', '030 12345', /starts with \+/],
  ['SELECT', 'Europe', /EU, North America/],
  ['MULTISELECT', 'EU;Europe', /Not an option/],
])('%s refuses %j and says why', (type, raw, reason) => {
  expect(check(type, raw)).toMatch(reason);
});

test.each([
  ['iso', '2024-02-29', ['2024-02-29']],
  ['dmy', '3/4/2025', ['2025-04-03']],
  ['mdy', '3/4/2025', ['2025-03-04']],
  ['dmy', '31.12.2025', ['2025-12-31']],
] as const)('dates written %s: %s is %j', (dateOrder, raw, values) => {
  expect(check('DATE', raw, { dateOrder })).toEqual(values);
});

test.each([
  ['iso', '2023-02-29'],
  ['dmy', '12/31/2025'],
  ['iso', '3/4/2025'],
  ['mdy', '3/4/25'],
] as const)('dates written %s: %s is refused', (dateOrder, raw) => {
  expect(typeof check('DATE', raw, { dateOrder })).toBe('string');
});

test.each([
  [['3/4/2025', '13/4/2025'], 'dmy'],
  [['3/4/2025', '3/14/2025'], 'mdy'],
  [['2025-03-04', ''], 'iso'],
  [['3/4/2025', '5/6/2025'], undefined],
  [['soon'], undefined],
  [['46095', '45000.5'], 'days'],
])('the order of %j is %s', (samples, order) => {
  expect(guessDateOrder(samples)).toBe(order);
});

describe('the type of a field for a column', () => {
  it.each<[DetailFieldType, string[]]>([
    ['NUMBER', ['42', '', ' 3.5 ']],
    ['NUMBER', ['1', '0']],
    ['TEXT', ['01067', '10115']],
    ['TEXT', ['42', 'about 43']],
    ['TEXT', []],
    ['BOOLEAN', ['yes', 'No']],
    ['DATE', ['2026-03-04', '25/12/2025']],
    ['EMAIL', ['ada@acme.example']],
    ['URL', ['https://acme.example/ada']],
    ['PHONE', ['+49 30 1234567']],
  ])('is %s for %j', (type, cells) => {
    expect(guessFieldType(cells)).toBe(type);
  });
});
