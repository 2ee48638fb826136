import type { ImportSetup } from '../../../src/contract/file-frame';
import type { Target } from '../../../src/contract/imports';
import { remedyGroup, typedImports } from '../../../src/ui/admin/imports/wizard/remedy-groups';

describe('a cell that breaks a rule', () => {
  const canBeLeftOut = (kind: string, operation: string, target: Target): boolean | undefined => {
    const columns = [{ header: 'Column', target }];
    const setup: ImportSetup = {
      ...{ kind, operation, columns, fields: [] },
      options: { emptyCells: 'leave', valueSeparator: ';' },
    };
    const values = [{ value: 'Nowhere', rows: 1 }];
    return remedyGroup(setup, { column: 'Column', message: 'Unknown.', rows: 1, firstRow: 2, values })?.canSkip;
  };

  test.each<[string, string, Target]>([
    ['customer-profiles', 'UPSERT', { to: 'product', by: 'name' }],
    ['customer-profiles', 'UPSERT', { to: 'organization', by: 'name' }],
    ['customer-profiles', 'UPSERT', { to: 'displayName' }],
  ])('can be left out of a row that is complete without it: %s, %s, %j', (kind, operation, target) => {
    expect(canBeLeftOut(kind, operation, target)).toBe(true);
  });

  test.each<[string, string, Target]>([
    ['customer-profiles', 'UPSERT', { to: 'email' }],
    ['entitlements', 'GRANT', { to: 'product', by: 'name' }],
    ['entitlements', 'GRANT', { to: 'email' }],
    ['entitlements', 'REVOKE', { to: 'entitlementId' }],
    ['membership-removals', 'REMOVE', { to: 'name' }],
    ['products', 'UPDATE', { to: 'newName' }],
  ])('can’t be left out where it says what the row is about: %s, %s, %j', (kind, operation, target) => {
    expect(canBeLeftOut(kind, operation, target)).toBe(false);
  });
});

describe('what is typed for values', () => {
  const typed = new Map([
    ['acmee', '\u200bAcme\u00a0'],
    ['beeta', '"Beta"'],
    ['gama', '  '],
  ]);

  test('is cleaned as the cells of the file are, and nothing where only blanks are left', () => {
    expect([...typedImports(typed, {})]).toEqual([
      ['acmee', 'Acme'],
      ['beeta', 'Beta'],
    ]);
  });

  test('is nothing, and told as that, where it stands for nothing', () => {
    const words = new Map([
      ['acmee', 'null'],
      ['beeta', '#N/A'],
    ]);
    expect([...typedImports(words, {})]).toEqual([
      ['acmee', ''],
      ['beeta', ''],
    ]);
  });

  test('is not cleaned of what is switched off for the file', () => {
    expect(typedImports(typed, { cleaning: [{ family: 'quotes', isOn: false }] }).get('beeta')).toBe('"Beta"');
  });
});
