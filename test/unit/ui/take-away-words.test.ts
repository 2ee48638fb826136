import { holdersWords } from '../../../src/ui/admin/directory/take-away-words';

describe('what a dialog says of those who have what it takes away', () => {
  it.each([
    [12, 28, '12 of the 40 selected are in A. The other 28 aren’t, as far as the directory knows, and are left out.'],
    [1, 1, '1 of the 2 selected is in A. The other one isn’t, as far as the directory knows, and is left out.'],
    [3, 0, 'All 3 selected are in A.'],
    [1, 0, 'The customer selected is in A.'],
    [0, 1, 'The customer selected isn’t in A, as far as the directory knows.'],
    [0, 9, 'None of the 9 selected are in A, as far as the directory knows.'],
  ])('%i have it, and %i do not', (rows, leftOut, words) => {
    expect(holdersWords({ rows, records: rows, leftOut }, 'organization', 'customer', 'A')).toBe(words);
  });

  it('says that each is revoked where some hold several', () => {
    expect(holdersWords({ rows: 5, records: 3, leftOut: 1 }, 'product', 'organization', 'B')).toBe(
      '3 of the 4 selected are entitled to B. The other one isn’t, as far as the directory knows, and is left out. Some have several, and each is revoked: 5 entitlements. Undoing it grants one of them again to each.',
    );
  });

  it('tells what customers hold themselves from what they inherit', () => {
    const counts = { rows: 3, records: 3, leftOut: 0 };
    expect(holdersWords(counts, 'product', 'customer', 'B')).toBe('All 3 selected are entitled to B directly.');
    expect(holdersWords(counts, 'product', 'organization', 'B')).toBe('All 3 selected are entitled to B.');
  });
});
