import { seededRandom } from '../../../../sandbox/csm/seeded-random';
import { FirstValues } from '../../../../src/domain/file/check/first-values';

it('tells of any rows the first that says something of a field, as a plain list of all of them would', () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = seededRandom(seed);
    const upTo = (most: number) => Math.floor(random() * most);
    const [fields, organizations] = [1 + upTo(4), 1 + upTo(200)];
    const base = new FirstValues(fields);
    const later = new FirstValues(fields, base);
    const known = new Map<string, { row: number; text: string }>();
    for (let row = 2; row < 600; row += 1) {
      // What is found later stands on what was found before, which stays as it is.
      const values = row < 400 ? base : later;
      const [id, field, text] = [1 + upTo(organizations), upTo(fields), `Value ${upTo(3)}`];
      const first = known.get(`${id} ${field}`);
      const other = first === undefined || first.text === text ? null : { row: first.row, text: first.text };
      expect(values.otherThan(id, field, text.toUpperCase())).toEqual(other);
      values.add(id, field, text, row);
      if (first === undefined) known.set(`${id} ${field}`, { row, text });
      expect(values.rowOf(id, field)).toBe(first?.row ?? row);
    }
    expect(later.size).toBe(new Set([...known.keys()].map((key) => key.split(' ')[0])).size);
  }
});

it('tells values apart that are too many to be kept', () => {
  const values = new FirstValues(1);
  for (let id = 1; id <= 9_000; id += 1) values.add(id, 0, `${id} `.padEnd(255, 'x'), id + 1);
  expect(values.otherThan(1, 0, 'other')).toEqual({ row: 2, text: '1 '.padEnd(255, 'x') });
  expect(values.otherThan(9_000, 0, 'other')).toEqual({ row: 9_001, text: null });
  expect(values.otherThan(9_000, 0, '9000 '.padEnd(255, 'x'))).toBeNull();
});

it('grows to many organizations', () => {
  const values = new FirstValues(5);
  for (let id = 1; id <= 200_000; id += 1)
    for (let field = 0; field < 5; field += 1) values.add(id, field, `v${id % 1_000}`, id + 1);
  expect(values.size).toBe(200_000);
  expect(values.otherThan(200_000, 4, 'else')).toEqual({ row: 200_001, text: 'v0' });
});
