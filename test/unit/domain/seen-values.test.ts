import { sameForType, sameValues } from '../../../src/domain/kinds/seen-values';

test.each([
  ['NUMBER', '15', '1.5', false],
  ['NUMBER', '5', '-5', false],
  ['NUMBER', '1500', '1500.00', true],
  ['NUMBER', '1500', '1,500', true],
  ['PHONE', '+15551234567', '+1 555 123-4567', true],
  ['BOOLEAN', 'true', 'TRUE', true],
  ['TEXT', 'true', 'TRUE', false],
] as const)('of %s, %s and %s are the same: %s', (type, wanted, seen, expected) => {
  expect(sameValues([wanted], [seen], sameForType(type))).toBe(expected);
});
