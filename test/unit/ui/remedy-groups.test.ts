import { typedImports } from '../../../src/ui/admin/imports/wizard/remedy-groups';

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

  test('is not cleaned of what is switched off for the file', () => {
    expect(typedImports(typed, { cleaning: [{ family: 'quotes', isOn: false }] }).get('beeta')).toBe('"Beta"');
  });
});
