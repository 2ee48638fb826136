import { isolated } from '../../../src/domain/isolated';

const RIGHT_TO_LEFT_OVERRIDE = '\u202E';
const END = '\u2069';

describe('a name in a sentence', () => {
  it('stays as it is where it runs as the sentence does', () => {
    for (const name of ['Fleet Tracker', 'Müller & Söhne', '渋谷', 'Заря', '']) expect(isolated(name)).toBe(name);
  });

  it.each([
    ['an override', `Tracker${RIGHT_TO_LEFT_OVERRIDE}`],
    ['Hebrew', 'מוצר 2'],
    ['Arabic', 'منتج'],
    ['an Adlam letter', '\u{1E900}'],
  ])('keeps its direction to itself: %s', (_, name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  });

  it('cannot end the isolate around it', () => {
    expect(isolated(`a${END}${RIGHT_TO_LEFT_OVERRIDE}b`)).toBe(`\u2068a${RIGHT_TO_LEFT_OVERRIDE}b\u2069`);
  });
});
