import {
  fieldNameProblem,
  optionCountProblem,
  optionProblems,
  readOptions,
} from '../../../src/domain/fields/definition';
import { countableValues, holdersOf } from '../../../src/domain/fields/holders';
import { isUnchanged, lostOptions, optionChanges } from '../../../src/domain/fields/option-changes';

describe('the name of a field', () => {
  const others = ['Region'];

  it.each([
    ['', /Enter a name/],
    ['x', /at least 2/],
    ['x'.repeat(256), /up to 255 characters\. This one has 256/],
    ['REGION', /“Region” already/],
    [' region ', /“Region” already/],
    ...['?', ':', ';', '.', '=', '"', '“'].map((sign): [string, RegExp] => [`a${sign}b`, /can’t contain/]),
    ...['Name', 'KEY', 'created', 'Updated', 'LABEL'].map((word): [string, RegExp] => [word, /reserved/]),
  ])('breaks a rule: %s', (name, rule) => {
    expect(fieldNameProblem(name, others)).toMatch(rule);
  });

  it.each(['xy', 'x'.repeat(255), 'Regions', 'Names', 'A/B 100 % (ä)'])('breaks none: %s', (name) => {
    expect(fieldNameProblem(name, others)).toBeNull();
  });
});

describe('the options of a field', () => {
  it('break a rule each on its own; of those that are equal all but the first', () => {
    expect(optionProblems(['EU', '', 'a,b', 'eu ', 'x'.repeat(256), 'x'.repeat(255)])).toEqual([
      null,
      'Enter the option, or remove it.',
      'An option can’t contain a comma.',
      'This option is already in the list.',
      'An option can have up to 255 characters. This one has 256.',
      null,
    ]);
  });

  it('are at most 2,000', () => {
    expect(optionCountProblem(2_000)).toBeNull();
    expect(optionCountProblem(2_001)).toMatch(/2001/);
  });

  it('are read from lines, cells and commas, each once, without those there are', () => {
    const long = 'x'.repeat(256);
    expect(readOptions(`EU, us\r\nAU\tUS\n\n${long}`, ['eu'])).toEqual({
      added: ['us', 'AU'],
      repeated: ['EU', 'US'],
      tooLong: [long],
    });
  });
});

describe('what a new list does to the options there are', () => {
  const present = ['EU', 'US', 'AU'];
  const kept = (text: string, was: string | null = text) => ({ was, text });

  it('is nothing where all stay as they are', () => {
    expect(
      isUnchanged(
        optionChanges(
          present,
          present.map((text) => kept(text)),
        ),
      ),
    ).toBe(true);
  });

  it('is an addition, a removal, a renaming or another order', () => {
    const changes = optionChanges(present, [kept('AU'), kept('Europe', 'EU'), kept('NZ', null)]);
    expect(changes).toEqual({
      added: ['NZ'],
      removed: ['US'],
      renamed: [{ from: 'EU', to: 'Europe' }],
      isReordered: true,
    });
    expect(isUnchanged(changes)).toBe(false);
    expect(lostOptions(changes)).toEqual(['US', 'EU']);
  });

  it('loses nothing by an option that is removed and written again', () => {
    const changes = optionChanges(present, [kept('EU'), kept('AU'), kept('US', null)]);
    expect(changes).toMatchObject({ added: [], removed: [] });
    expect(lostOptions(changes)).toEqual([]);
  });

  it('loses nothing by two options that change places by their texts', () => {
    expect(lostOptions(optionChanges(present, [kept('US', 'EU'), kept('EU', 'US'), kept('AU')]))).toEqual([]);
  });
});

describe('how many customers hold a field', () => {
  it('is counted by the values of a choice, and cannot be of free values', () => {
    expect(countableValues('SELECT', ['EU'])).toEqual(['EU']);
    expect(countableValues('BOOLEAN', [])).toEqual(['true', 'false']);
    expect(countableValues('TEXT', [])).toBeNull();
  });

  it.each([
    ['all values of a SELECT are counted', 'SELECT', [2, 3], 2, { customers: 5, isLeast: false }],
    ['some values were not counted', 'SELECT', [2, 3], 30, { customers: 5, isLeast: true }],
    ['the site did not count one', 'SELECT', [2, null], 2, { customers: 2, isLeast: true }],
    ['a customer can hold several', 'MULTISELECT', [2, 3], 2, { customers: 3, isLeast: true }],
    ['no one holds any of several', 'MULTISELECT', [0, 0], 2, { customers: 0, isLeast: false }],
  ])('is told as surely as it is known: %s', (_, type, customers, values, expected) => {
    const counts = customers.map((count, at) => ({ value: `${at}`, customers: count }));
    expect(holdersOf(type, counts, values)).toEqual(expected);
  });
});
