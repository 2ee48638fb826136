import {
  type CorrectedCell,
  asImported,
  correctedGroups,
  correctedOf,
  correctionsOf,
  noneCorrected,
  withCells,
  withCorrected,
  withoutCell,
} from '../../../src/ui/admin/imports/wizard/corrections';
import { setupOf } from '../../../src/ui/admin/imports/wizard/wizard-state';
import { aFile, aMappedImport, someFields } from './import-builder';

const file = aFile();
const cell = (row: number, text: string, part: Partial<CorrectedCell> = {}): CorrectedCell => ({
  ...{ row, column: 2, header: 'Region', was: 'Mars', group: { column: 'Region', message: 'Not an option.' }, text },
  ...part,
});

describe('corrected cells', () => {
  test('are handed to the check with what is imported, and none where there are none', () => {
    const corrected = withCells(file, [cell(4, 'EU')]);
    expect(setupOf({ ...aMappedImport(), corrected }, someFields).corrections).toEqual([
      { row: 4, column: 2, text: 'EU' },
    ]);
    expect(correctionsOf(noneCorrected)).toEqual({});
  });

  test('stand in the order of the file, each once', () => {
    const now = withCorrected([cell(4, 'EU'), cell(9, 'US')], [cell(7, 'EU'), cell(4, 'US')]);
    expect(now.map(({ row, text }) => `${row} ${text}`)).toEqual(['4 US', '7 EU', '9 US']);
    expect(withoutCell(now, cell(7, '')).map(({ row }) => row)).toEqual([4, 9]);
  });

  test('are corrected no more once they have the text of the file again', () => {
    expect(withCorrected([cell(4, 'EU')], [cell(4, 'Mars')])).toEqual([]);
  });

  test('are shown as they are imported, once what was typed is cleaned', () => {
    const typed = [cell(4, 'null'), cell(5, '#N/A'), cell(6, '"EU"'), cell(7, 'EU')];
    expect(asImported(typed, {}).map(({ text }) => text)).toEqual(['', '', 'EU', 'EU']);
    const cleaning = [{ family: 'nothing' as const, isOn: false }];
    expect(asImported(typed, { cleaning })[0]?.text).toBe('null');
  });

  test('hold for as long as the file is read as it was, and are dropped and counted after that', () => {
    const corrected = withCells(file, [cell(4, 'EU'), cell(7, 'EU')]);
    expect(correctedOf(corrected, file)).toBe(corrected);
    expect(correctedOf(corrected, aFile())).toMatchObject({ cells: [], dropped: 2 });
    expect(correctedOf(corrected, null)).toMatchObject({ cells: [], dropped: 2 });
    expect(correctedOf(noneCorrected, file)).toMatchObject({ dropped: 0 });
  });

  test('are counted by the problem that they had', () => {
    const email = { column: 'Email', message: 'Not an email address.' };
    const cells = [cell(4, 'EU'), cell(5, 'x', { group: email }), cell(7, 'EU')];
    expect(correctedGroups(cells).map(({ group, count }) => `${group.column ?? ''} ${count}`)).toEqual([
      'Region 2',
      'Email 1',
    ]);
  });
});
