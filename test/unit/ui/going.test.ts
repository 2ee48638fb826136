import type { Going, Preview, PreviewRow } from '../../../src/contract/imports';
import { kindOf } from '../../../src/domain/kinds';
import {
  failingWords,
  goingCell,
  goingRows,
  goingTitle,
  lookedUpWords,
} from '../../../src/ui/admin/imports/wizard/going';

const going: Going = { name: 'Ada', email: 'ada@example.com', organizations: [], customers: 0, entitlements: 1_200 };
const rows: PreviewRow[] = [5, 7, 9, 12].map((row) => [row, ['x']]);
const problem = 'Your site shows no customer.';
const found: Preview[] = [
  { row: 5, id: 'a', going },
  { row: 7, problem },
  { row: 9, id: 'a', going },
];
const deletion = kindOf('customer-removals');
const leaving = kindOf('membership-removals');

describe('the rows of a removal before it starts', () => {
  it('tell who goes, who does not, and who was not looked up yet', () => {
    expect(goingRows(rows, found, deletion)).toEqual([
      { row: 5, going, problem: null },
      { row: 7, going: null, problem },
      { row: 9, going, problem: 'The same customer is already in row 5.' },
      { row: 12, going: null, problem: null },
    ]);
  });

  it('may name a customer again who leaves several organizations', () => {
    expect(goingRows(rows, found, leaving)[2]).toEqual({ row: 9, going, problem: null });
  });

  it('say how many will fail, and which', () => {
    expect(failingWords(goingRows(rows, found, deletion))).toEqual({
      title: '2 rows will fail',
      rows: 'Rows 7, 9',
    });
    expect(failingWords(goingRows(rows, found.slice(0, 1), deletion))).toBeNull();
  });
});

describe('the words around them', () => {
  it('name what is removed', () => {
    expect([goingTitle(deletion), goingTitle(leaving)]).toEqual(['Customers to delete', 'Memberships to end']);
    expect(goingCell(going, 'entitlements')).toBe('1,200');
    expect(goingCell({ ...going, organizations: ['A', 'B', 'C', 'D'] }, 'organizations')).toBe('A, B, C and 1 more');
  });

  it('say how far it is, and what is left to the job', () => {
    expect(lookedUpWords(20, 40, { ready: 40 })).toMatch(/^20 of 40 rows looked up/);
    expect(lookedUpWords(40, 40, { ready: 40 })).toMatch(/^All 40 rows were looked up/);
    expect(lookedUpWords(500, 500, { ready: 12_000 })).toMatch(/^The first 500 rows of 12,000 are shown here\./);
  });
});
