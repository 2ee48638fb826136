import type { Candidate } from '../../../src/contract/customers';
import type { Addition } from '../../../src/contract/organizations';
import type { Recipient } from '../../../src/domain/recipients/read';
import {
  type PastedPerson,
  linesOf,
  readyOf,
  summaryWords,
} from '../../../src/ui/admin/organizations/pasted/pasted-list';
import { wantedProblem } from '../../../src/ui/admin/organizations/wanted-problem';

const candidate = (id: string, part: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `Name ${id}`,
  email: `${id}@x.example`,
  isMember: false,
  ...part,
});

const byEmail = (email: string): Recipient => ({ by: 'email', email, name: null, written: email });

const person = (
  key: number,
  candidates: readonly Candidate[] | null,
  part: Partial<PastedPerson> = {},
): PastedPerson => ({
  key,
  recipient: byEmail(`${key}@x.example`),
  candidates,
  chosenId: null,
  ...part,
});

const standings = (people: PastedPerson[], members: string[] = [], sent: [string, Addition | 'adding'][] = []) =>
  linesOf(people, members, new Map(sent)).map(({ standing }) => standing);

describe('the lines of a pasted list', () => {
  it('say how it stands with each before anybody is added', () => {
    const people = [
      person(0, null),
      person(1, [candidate('a')]),
      person(2, []),
      person(3, [candidate('b'), candidate('c')]),
      person(4, [candidate('b'), candidate('c')], { chosenId: 'c' }),
      person(5, [candidate('a')]),
      person(6, [candidate('d', { isMember: true })]),
      person(7, [candidate('e')]),
      person(8, [], { recipient: { by: 'nothing', written: 'ben@' } }),
    ];
    expect(standings(people, ['e'])).toEqual([
      'looking',
      'found',
      'nobody',
      'several',
      'found',
      'repeated',
      'member',
      'member',
      'unreadable',
    ]);
    expect(readyOf(linesOf(people, ['e'], new Map())).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('leave it to the person whether somebody is meant whose name only begins alike', () => {
    const recipient: Recipient = { by: 'name', name: 'Amara Bian', written: 'Amara Bian' };
    expect(standings([person(0, [candidate('a', { name: 'Amara Bianchi' })], { recipient })])).toEqual(['several']);
    expect(standings([person(0, [candidate('a', { name: 'AMARA BIAN' })], { recipient })])).toEqual(['found']);
  });

  it('say what became of each, and keep those that failed to be sent again', () => {
    const people = ['a', 'b', 'c', 'd'].map((id, key) => person(key, [candidate(id)]));
    const error = { code: 'SITE_REFUSED', message: 'Your site says: No.' } as const;
    const sent: [string, Addition | 'adding'][] = [
      ['a', { outcome: 'added', customerId: 'a' }],
      ['b', { outcome: 'already', customerId: 'b' }],
      ['c', { outcome: 'failed', customerId: 'c', error }],
      ['d', 'adding'],
    ];
    expect(standings(people, [], sent)).toEqual(['added', 'member', 'failed', 'adding']);
    const lines = linesOf(people, [], new Map(sent));
    expect(lines[2]?.error).toEqual(error);
    expect(readyOf(lines).map(({ id }) => id)).toEqual(['c']);
    expect(summaryWords(lines, 2)).toBe(
      '4 people: 1 being added, 1 added, 1 already in it, 1 failed. 2 named more than once.',
    );
  });
});

describe('what is written to add customers', () => {
  const addresses = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@x.example`).join('; ');

  it('can name 300 people, and more belong into an import', () => {
    expect(wantedProblem(addresses(300))).toBeNull();
    expect(wantedProblem(addresses(1_301))).toBe(
      'You can add up to 300 people at once. This list has 1,301. Import them from a file instead.',
    );
    expect(wantedProblem(addresses(20_000))).toContain('This list is longer.');
  });

  it('is somebody', () => {
    expect(wantedProblem(' ; ')).toBe('Enter an email address, a name or a customer ID.');
    expect(wantedProblem('amara')).toBeNull();
    expect(wantedProblem('a'.repeat(256))).toContain('255 characters');
  });
});
