import type { Creation } from '../../../src/contract/resolvers/products';
import { namesLeft, outcomeWords, sendNames } from '../../../src/ui/admin/products/creations';
import { foundWords } from '../../../src/ui/admin/products/entitled-words';
import { onward, placeOn } from '../../../src/ui/admin/products/trail';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `P${at + 1}`);
const created = (name: string): Creation => ({ outcome: 'created', name, product: { id: `id ${name}`, name } });

describe('sending names', () => {
  it('sends at most 20 a call and tells after each what became of all', async () => {
    const calls: number[] = [];
    const told: number[] = [];
    const send = (names: string[]) => {
      calls.push(names.length);
      return Promise.resolve(names.map(created));
    };
    await sendNames(numbered(45), [], send, (creations) => told.push(creations.length));
    expect(calls).toEqual([20, 20, 5]);
    expect(told).toEqual([20, 40, 45]);
  });

  it('sends none that is there already, and tells of all in their order, however few a call deals with', async () => {
    const calls: string[][] = [];
    const outcomes: Creation[] = [];
    const send = (names: string[]) => {
      calls.push(names);
      return Promise.resolve(names.slice(0, 1).map(created));
    };
    const present = [
      { id: '1', name: 'p1' },
      { id: '3', name: 'P3' },
      { id: '5', name: 'p5' },
    ];
    await sendNames(numbered(5), present, send, (creations) => outcomes.splice(0, outcomes.length, ...creations));
    expect(calls).toEqual([['P2', 'P4'], ['P4']]);
    expect(outcomes.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      ...['P1 exists', 'P2 created', 'P3 exists', 'P4 created', 'P5 exists'],
    ]);
  });

  it('stops once the site has stopped answering', async () => {
    let calls = 0;
    const send = (names: string[]) => {
      calls += 1;
      return Promise.resolve(
        names.map((name): Creation => ({ outcome: 'not-tried', name, message: 'Busy.', advice: 'Later.' })),
      );
    };
    await sendNames(numbered(45), [], send, () => undefined);
    expect(calls).toBe(1);
  });

  it('rejects with what a call rejects with, and what was told stays told', async () => {
    const told: number[] = [];
    const send = (names: string[]) =>
      names.includes('P21') ? Promise.reject(new Error('gone')) : Promise.resolve(names.map(created));
    await expect(sendNames(numbered(25), [], send, (creations) => told.push(creations.length))).rejects.toThrow('gone');
    expect(told).toEqual([20]);
  });
});

describe('what became of names', () => {
  const refused: Creation = { outcome: 'refused', name: 'B', message: 'No.' };
  const unconfirmed: Creation = { outcome: 'unconfirmed', name: 'C', message: 'Status 500.' };

  it('leaves those without a product to be sent again, and those never sent', () => {
    expect(namesLeft(['A', 'B', 'C', 'D'], [created('A'), refused, unconfirmed])).toEqual(['B', 'C', 'D']);
  });

  it('is explained where the outcome alone does not', () => {
    expect(outcomeWords(created('A'))).toBe('');
    expect(outcomeWords(refused)).toBe('No.');
    expect(outcomeWords(unconfirmed)).toMatch(/^Status 500\. It may have been created/);
    expect(outcomeWords({ outcome: 'exists', name: 'a', product: { id: '1', name: 'A' } })).toBe('As “A”.');
  });
});

describe('who holds a product', () => {
  const held = (count: number) => Array.from({ length: count });

  it.each([
    [0, 0, 0, null],
    [0, 0, null, 'Your site has no organizations.'],
    [0, 50, 50, 'None of the first 50 organizations is entitled to it.'],
    [1, 50, 50, '1 of the first 50 organizations is entitled to it.'],
    [3, 1_040, null, '3 of all 1,040 organizations are entitled to it.'],
  ])('%d among %d, the next at %p', (count, looked, next, words) => {
    expect(foundWords({ organizations: held(count), looked, next })).toBe(words);
  });
});

describe('the way through pages that lead forward only', () => {
  it('knows the pages that were seen', () => {
    const walked = onward(onward([null], 0, 'a'), 1, 'b');
    expect(placeOn(walked, 'b')).toEqual({ trail: [null, 'a', 'b'], place: 2 });
    expect(placeOn(walked, null)).toEqual({ trail: [null, 'a', 'b'], place: 0 });
  });

  it('begins anew at an address that was not walked to', () => {
    expect(placeOn([null, 'a'], 'x')).toEqual({ trail: ['x'], place: 0 });
  });

  it('leaves what was beyond when it goes on from an earlier page', () => {
    expect(onward([null, 'a', 'b'], 0, 'c')).toEqual([null, 'c']);
  });
});
