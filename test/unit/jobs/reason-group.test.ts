import { MAX_GROUP_CHARS, reasonGroup } from '../../../src/domain/jobs/reason-group';

describe('the group of a reason', () => {
  it.each([
    ['The customer "x@y.example" already exists', 'The customer … already exists'],
    ['The customer x@y.example already exists', 'The customer … already exists'],
    ['The customer “Ann O’Hara” already exists', 'The customer … already exists'],
    ["The customer 'Ann' isn't there, and can't be found", "The customer … isn't there, and can't be found"],
    ['The organization Acme & Sons Ltd doesn’t exist.', 'The organization … doesn’t exist.'],
    ['Organization 4711, 4712: not found', 'Organization …: not found'],
    ['Customer qm:1f0c-2b:99 was not found.', 'Customer … was not found.'],
    ['No product with ID 5f0c2f8e-3a51-4a0e-9d0b-7a3c1a0f2b11.', 'No product with ID …'],
    ['The value has 1,204 characters, at most 1,000 are allowed', 'The value has … characters, at most … are allowed'],
    ['See https://acme.example/x?y=1 for more', 'See … for more'],
  ])('of %j is %j', (reason, group) => expect(reasonGroup(reason)).toBe(group));

  it('keeps the fields that sentences begin with apart, whatever their names are made of', () => {
    expect(reasonGroup('Detail field Tier 2: “x” is no option')).toBe('Detail field Tier 2: … is no option');
    expect(reasonGroup('Detail field Tier 3: “x” is no option')).toBe('Detail field Tier 3: … is no option');
  });

  it('leaves words without values as they are', () => {
    const words = 'You can’t edit this field. Customer Service Management isn’t switched on.';
    expect(reasonGroup(words)).toBe(words);
  });

  it('is the same for a group as for its reasons, and short', () => {
    const group = reasonGroup('The organization Acme Ltd doesn’t have the customer x@y.example, id 7.');
    expect(reasonGroup(group)).toBe(group);
    expect(reasonGroup('word '.repeat(200))).toHaveLength(MAX_GROUP_CHARS);
  });
});
