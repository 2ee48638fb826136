import { Cleaner } from '../../../src/domain/import/clean/cleaner';
import { fold, spellingsOf } from '../../../src/domain/fold';

/** What becomes of a cell, and the families that had to do with it. */
function cleaned(cell: string, choices?: ConstructorParameters<typeof Cleaner>[0]) {
  const cleaner = new Cleaner(choices);
  const row = [cell];
  cleaner.cleanRow(2, row, true);
  return [row[0], cleaner.counts.map(({ family }) => family).join(' ')];
}

describe('what is cleaned off a cell', () => {
  test.each([
    ['JÃ¼rgen MÃ¼ller', 'Jürgen Müller', 'misread'],
    ['itâ€™s', 'it’s', 'misread'],
    ['\uFEFFAda', 'Ada', 'invisible'],
    ['a\u200Bda@x.example', 'ada@x.example', 'invisible'],
    ['soft\u00ADhyphen', 'softhyphen', 'invisible'],
    ['\u200Eada@x.example\u202C', 'ada@x.example', 'invisible'],
    ['  Ada ', 'Ada', 'blanks'],
    ['Alder\u00A0Ltd', 'Alder Ltd', 'blanks'],
    ['\u3000Ada\u3000', 'Ada', 'blanks'],
    ['one\u2028two', 'one\ntwo', 'line-ends'],
    ['one_x000D_\ntwo', 'one\ntwo', 'line-ends'],
    ['="00123"', '00123', 'text-marks'],
    ["'+49 30 1", '+49 30 1', 'text-marks'],
    ["'00123", '00123', 'text-marks'],
    ['“Ada”', 'Ada', 'quotes'],
    ['„Größe“', 'Größe', 'quotes'],
    ['« Ada »', 'Ada', 'quotes'],
    ["'ed@x.example'", 'ed@x.example', 'quotes'],
    ['mailto:ada@x.example?subject=Hi', 'ada@x.example', 'addresses'],
    ['<ada@x.example>', 'ada@x.example', 'addresses'],
    ['ada@x.example;', 'ada@x.example', 'addresses'],
    ['\\N', '', 'nothing'],
    ['NULL', '', 'nothing'],
    ['#N/A', '', 'errors'],
    ['#BEZUG!', '', 'errors'],
    ['#¡VALOR!', '', 'errors'],
    ['Err:502', '', 'errors'],
    ['\u00A0“Ada”\u00A0', 'Ada', 'blanks quotes'],
  ])('%j becomes %j: %s', (cell, becomes, families) => {
    expect(cleaned(cell)).toEqual([becomes, families]);
  });

  test.each([
    "O'Neil",
    'O’Neil',
    "'tis the season",
    '"Ada "Bob" Byron"',
    '=SUM(A1:A3)',
    '#VIP',
    'Null',
    'Nora',
    '山田\u3000太郎',
    '👩\u200D👧',
    'می\u200Cخواهم',
    'שלום \u200Eabc',
    'a, b; c',
    '-5',
    'https://video.example/@acme?sub=1',
    'Ânia São Ã',
    'RENÉ’S BAR',
    'CAFÉ–BAR',
    'MENÜ–KARTE',
  ])('%j stays as it is: all of it can be meant', (cell) => {
    expect(cleaned(cell)).toEqual([cell, '']);
  });

  test('words that can be meant are told, and go only where a person says so', () => {
    expect(cleaned('n/a')).toEqual(['n/a', 'words-for-nothing']);
    expect(cleaned('n/a', [{ family: 'words-for-nothing', isOn: true }])).toEqual(['', 'words-for-nothing']);
  });

  test('a family that is switched off leaves the cell, and still counts', () => {
    const cleaner = new Cleaner([{ family: 'blanks', isOn: false }]);
    const row = [' Ada', 'Bo', ' Cy'];
    cleaner.cleanRow(7, row, false);
    expect(row).toEqual([' Ada', 'Bo', ' Cy']);
    expect(cleaner.counts).toEqual([
      { family: 'blanks', isOn: false, cells: 2, example: { row: 7, before: ' Ada', after: 'Ada' } },
    ]);
  });
});

test('a blank that does not break becomes a blank, and no letter, behind a capital with an accent', () => {
  expect(cleaned('ANDRÉ\u00A0DUPONT')).toEqual(['ANDRÉ DUPONT', 'blanks']);
  expect(cleaned('IRMÃ\u00A0MARIA')).toEqual(['IRMÃ MARIA', 'blanks']);
});

test.each([
  ['Acme GmbH', ['Acme GmbH']],
  ['Alder\u00A0 Logistics', ['Alder\u00A0 Logistics', 'Alder Logistics']],
  ["O'Neil", ["O'Neil", 'O’Neil']],
  ['O’Neil  Ltd', ['O’Neil  Ltd', "O'Neil Ltd", 'O’Neil Ltd']],
])('%j is asked for as %j', (name, spellings) => {
  expect(spellingsOf(name)).toEqual(spellings);
});

test.each([
  ['Alder\u00A0 Logistics', 'alder logistics'],
  ['O’Neil', "o'neil"],
  ['E‑Mail', 'e-mail'],
  ['Jose\u0301', 'josé'],
  ['ＡＤＡ＠Ｘ．example', 'ada@x.example'],
  ['Beta\u200Bprogram', 'betaprogram'],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
