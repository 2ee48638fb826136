import {
  newRow,
  type OptionRow,
  rowsOf,
  sorted,
  withLeft,
  withMoved,
  withoutRow,
  withText,
} from '../../../src/ui/admin/fields/option-rows';

const texts = (rows: readonly OptionRow[]) => rows.map(({ text }) => text);
const keyOf = (rows: readonly OptionRow[], text: string) => rows.find((row) => row.text === text)?.key ?? '';

describe('the rows of the options', () => {
  const rows = rowsOf(['10', 'b', 'A', '9']);

  it('know what each option was while it is written anew', () => {
    const changed = withText(rows, keyOf(rows, 'b'), 'B2');
    expect(changed[1]).toMatchObject({ was: 'b', text: 'B2', key: keyOf(rows, 'b') });
  });

  it('take new ones, whose faults are said once they were left; pasted ones at once', () => {
    const more = [...rows, newRow(''), newRow('pasted')];
    expect(more.slice(4)).toMatchObject([
      { was: null, text: '', isLeft: false },
      { was: null, text: 'pasted', isLeft: true },
    ]);
    expect(withLeft(more, more[4]?.key ?? '')[4]).toMatchObject({ isLeft: true });
    expect(new Set(more.map(({ key }) => key)).size).toBe(6);
  });

  it('go up and down, and stay at the ends', () => {
    expect(texts(withMoved(rows, keyOf(rows, 'b'), -1))).toEqual(['b', '10', 'A', '9']);
    expect(texts(withMoved(rows, keyOf(rows, 'b'), 1))).toEqual(['10', 'A', 'b', '9']);
    expect(texts(withMoved(rows, keyOf(rows, '10'), -1))).toEqual(texts(rows));
    expect(texts(withMoved(rows, keyOf(rows, '9'), 1))).toEqual(texts(rows));
  });

  it('are sorted as people count and spell', () => {
    expect(texts(sorted(rows))).toEqual(['9', '10', 'A', 'b']);
  });

  it('go away', () => {
    expect(texts(withoutRow(rows, keyOf(rows, 'A')))).toEqual(['10', 'b', '9']);
  });
});
