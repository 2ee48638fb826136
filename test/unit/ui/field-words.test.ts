import { typeName } from '../../../src/domain/fields/type-names';
import { holderWords, optionsLine, tabOf, uncountedWords } from '../../../src/ui/admin/fields/words';

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

  it('count in good English who holds what', () => {
    expect(holderWords(0, false)).toBe('0 customers have a value now.');
    expect(holderWords(1, true)).toBe('At least 1 customer has a value now.');
    expect(holderWords(1_200, false)).toBe('1,200 customers have a value now.');
    expect(uncountedWords(1)).toBe('The other one wasn’t counted.');
    expect(uncountedWords(1_200)).toBe('The other 1,200 weren’t counted.');
  });

  it('know the tabs by their part of the address', () => {
    expect(tabOf('organizations')?.entity).toBe('organization');
    expect(tabOf('persons')).toBeUndefined();
  });
});
