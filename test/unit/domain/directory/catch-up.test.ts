import type { DirectoryRecord } from '../../../../src/contract/directory';
import { isAsItWas, isWorthCatchingUp } from '../../../../src/domain/directory/catch-up';

const customer: DirectoryRecord = {
  ...{ id: 'qm:1:Ada', name: 'Ada', email: 'Ada@example.com', values: [], entitlements: [], customers: null },
  ...{ organizations: [{ id: '7', name: 'Acme' }], readAt: 1 },
};
const organization: DirectoryRecord = { ...customer, id: '7', name: 'Acme', email: null, organizations: [] };

const changed = (own: string[], reaching: string[] = [], namesByEmail = true) => ({
  ...{ own: new Set(own), reaching: new Set(reaching), namesByEmail },
});

describe('a record of an earlier reading is as it was', () => {
  it.each([
    ['where nobody has named it', 'customer', customer, changed(['bob@example.com', 'ada']), true],
    ['unless its id was named', 'customer', customer, changed(['qm:1:ada']), false],
    ['unless its email was named, in any letter case', 'customer', customer, changed(['ada@example.com']), false],
    [
      'unless it shows no email, and some were named',
      'customer',
      { ...customer, email: null },
      changed(['bob@x']),
      false,
    ],
    [
      'also without one where none was named',
      'customer',
      { ...customer, email: null },
      changed(['7'], [], false),
      true,
    ],
    ['also where its organization was named', 'customer', customer, changed(['7', 'acme']), true],
    ['unless that shows on its customers, by id', 'customer', customer, changed([], ['7']), false],
    ['unless that shows on its customers, by name', 'customer', customer, changed([], ['acme']), false],
    ['unless it is an organization of that name', 'organization', organization, changed(['acme']), false],
    ['unless its profile was refused', 'organization', { ...organization, readAt: 0 }, changed([]), false],
  ] as const)('%s', (_, entity, record, by, expected) => {
    expect(isAsItWas(entity, record, by)).toBe(expected);
  });
});

it('is worth catching up with as many rows as half of the records', () => {
  const kept = { customers: 90, organizations: 10 };
  expect([50, 51].map((rows) => isWorthCatchingUp(rows, kept))).toEqual([true, false]);
});

it('is not worth catching up with where the store would not go along', () => {
  const sizes = [100_000, 100_001].map((customers) => ({ customers, organizations: 10 }));
  expect(sizes.map((kept) => isWorthCatchingUp(1, kept))).toEqual([true, false]);
});
