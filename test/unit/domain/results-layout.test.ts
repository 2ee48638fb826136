import { isConsoleFile, isReasonColumn } from '../../../src/domain/csv/console-file';
import { resultsLayout } from '../../../src/domain/csv/results';

const row = { row: 7, outcome: 'succeeded' as const, done: 'created', id: 'qm:1:7', reason: '' };

describe('the list of all results', () => {
  it('says what became of a row before its cells, and is known again as the console’s own', () => {
    const { headers, row: lay } = resultsLayout(['E-mail', 'Name']);
    expect(headers.slice(5)).toEqual(['E-mail', 'Name']);
    expect(headers.slice(0, 5).every(isReasonColumn)).toBe(true);
    expect(isConsoleFile(headers)).toBe(true);
    expect(lay({ ...row, cells: ['a@b.example', 'A'] })).toEqual([
      '7',
      'succeeded',
      'created',
      'qm:1:7',
      '',
      'a@b.example',
      'A',
    ]);
  });

  it('does not repeat the columns of an earlier list, and keeps cells beyond the header', () => {
    const { headers, row: lay } = resultsLayout([
      'E-mail',
      'CSM Console row',
      'CSM Console outcome',
      'CSM Console reason',
    ]);
    expect(headers.slice(5)).toEqual(['E-mail']);
    const cells = ['a@b.example', '3', 'failed', 'No.', 'beyond'];
    expect(lay({ ...row, cells }).slice(5)).toEqual(['a@b.example', 'beyond']);
  });
});
