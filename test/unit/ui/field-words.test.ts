import { optionsLine, tabOf, typeName } from '../../../src/ui/admin/fields/words';

describe('the words of the fields’ pages', () => {
  it('shorten a list of options', () => {
    expect(optionsLine([])).toBe('');
    expect(optionsLine(['EU', 'US', 'AU'])).toBe('EU · US · AU');
    expect(optionsLine(['EU', 'US', 'AU', 'NZ', 'CA'])).toBe('EU · US · AU +2');
  });

  it('name the types as people do, and one that is not known as the site does', () => {
    expect(typeName('BOOLEAN')).toBe('Yes or no');
    expect(typeName('GEOMETRY')).toBe('GEOMETRY');
  });

  it('know the tabs by their part of the address', () => {
    expect(tabOf('organizations')?.entity).toBe('organization');
    expect(tabOf('persons')).toBeUndefined();
  });
});
