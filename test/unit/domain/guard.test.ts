import { guard, unguard } from '../../../src/domain/csv/guard';
import { csvLine } from '../../../src/domain/csv/write';

const starts = ['', '=', '+', '-', '@', '\t', '\r', "'", "''", "'=", "''@", 'x', ' =', '＝'];
const cells = starts.flatMap((start) => starts.map((next) => `${start}${next}1`));

test.each(cells)('%j comes back unchanged from a file that people open', (cell) => {
  expect(unguard(guard(cell))).toBe(cell);
});

test.each(['=1', '+1', '-1', '@a', '\tx', '\rx'])('%j is not run by a spreadsheet', (cell) => {
  expect(guard(cell)).toBe(`'${cell}`);
});

test('cells with the separator, quotes or line breaks are quoted', () => {
  expect(csvLine(['a;b', 'c"d', 'e\nf', 'g'], ';')).toBe('"a;b";"c""d";"e\nf";g\r\n');
});
