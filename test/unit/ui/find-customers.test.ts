import type { CustomerQuery } from '../../../src/contract/customers';
import { words } from '../../support/words';
import { draftOf, queryOf } from '../../../src/ui/admin/customers/find-draft';
import { type Finding, findingOf, findingPath } from '../../../src/ui/admin/customers/find-path';
import { joinPath, splitPath } from '../../../src/ui/shared/path';

const queries: [string, CustomerQuery][] = [
  ['an e-mail address', { by: 'person', text: 'ada+test@example.com' }],
  ['a name with a slash, a percent sign and a space', { by: 'person', text: 'A/B 100%' }],
  ['one id', { by: 'id', ids: ['qm:1:2'] }],
  ['several ids', { by: 'id', ids: ['qm:1:2', '712020:3'] }],
  ['an organization', { by: 'organization', id: '4' }],
  [
    'several values',
    {
      by: 'details',
      conditions: [
        { field: 'Région', value: 'EU / US' },
        { field: 'Tier', value: 'Gold?#' },
      ],
    },
  ],
];

/** What the page finds at an address of the browser. */
const opened = (pathname: string): Finding | null => findingOf(splitPath(pathname).slice(2));

describe('the address of a search', () => {
  it.each(queries)('opens the same page of the same search again: %s', (_, query) => {
    const finding = { query, page: 3 };
    expect(opened(joinPath(findingPath(finding)))).toEqual(finding);
  });

  it.each([
    ['no way of finding', '/customers/find'],
    ['an unknown way', '/customers/find/shoe-size/1/42'],
    ['nothing that is wanted', '/customers/find/person/1'],
    ['page 0', '/customers/find/person/0/ada'],
    ['a page that is no number', '/customers/find/person/one/ada'],
    ['a field without a value', '/customers/find/details/1/Region'],
    ['an organization that is no number', '/customers/find/organization/1/Acme'],
    ['more than one text', '/customers/find/person/1/ada/bob'],
    ['a text that nothing can match', `/customers/find/person/1/${'x'.repeat(256)}`],
    ['more ids than are found at once', `/customers/find/id/1/${Array.from({ length: 26 }, (_, at) => at).join('/')}`],
  ])('makes no sense with %s', (_, pathname) => {
    expect(opened(pathname)).toBeNull();
  });
});

describe('what is written in the find form', () => {
  it.each(queries)('asks for the search that the address names: %s', (_, query) => {
    expect(queryOf(draftOf(query))).toEqual({ query });
  });

  const blank = draftOf(null);

  it('takes ids from lines, commas and spaces', () => {
    const draft = { ...blank, by: 'id' as const, ids: ' qm:1\nqm:2, qm:3;qm:4 ' };
    expect(queryOf(draft)).toEqual({ query: { by: 'id', ids: ['qm:1', 'qm:2', 'qm:3', 'qm:4'] } });
  });

  it('takes an id for an id, also where a name is asked for', () => {
    expect(queryOf({ ...blank, text: ' qm:1:2 ' })).toEqual({ query: { by: 'id', ids: ['qm:1:2'] } });
    expect(queryOf({ ...blank, text: 'Ada: Byron' })).toEqual({ query: { by: 'person', text: 'Ada: Byron' } });
  });

  it('finds by the address of whom a mail program copies, and one at a time', () => {
    const text = 'Byron, Ada <ada@example.com>';
    expect(queryOf({ ...blank, text })).toEqual({ query: { by: 'person', text: 'ada@example.com' } });
    expect(queryOf({ ...blank, text: `${text}; ben@example.com` })).toMatchObject({ problem: words(/one person/) });
  });

  it.each([
    ['no text', blank, /email address or a name/],
    ['no id', { ...blank, by: 'id' as const, ids: ' , ' }, /Enter a customer ID/],
    ['too many ids', { ...blank, by: 'id' as const, ids: 'x '.repeat(26) }, /up to 25 IDs .* You entered 26/],
    [
      'a line without a value',
      { ...blank, by: 'details' as const, conditions: [{ field: 'Tier', value: ' ' }] },
      /value/,
    ],
    ['a text that nothing can match', { ...blank, text: 'x'.repeat(256) }, /up to 255 characters/],
    ['an id that is none', { ...blank, by: 'id' as const, ids: 'x'.repeat(256) }, /up to 255 characters/],
    [
      'a value that no field can hold',
      { ...blank, by: 'details' as const, conditions: [{ field: 'Tier', value: 'x'.repeat(256) }] },
      /up to 255 characters/,
    ],
    ['no organization', { ...blank, by: 'organization' as const }, /Choose an organization/],
  ])('says what it lacks: %s', (_, draft, words) => {
    const asked = queryOf(draft);
    expect('problem' in asked && asked.problem).toMatch(words);
  });
});
