import type { FileFacts } from '../../../src/contract/file-frame';
import type { ImportColumn } from '../../../src/contract/imports';
import { dateOrderOptions, yearOptions } from '../../../src/ui/admin/imports/wizard/date-orders';
import { mappingOf } from '../../../src/ui/admin/imports/wizard/mapping';
import { setupOf } from '../../../src/ui/admin/imports/wizard/wizard-state';
import { aFile, aMappedImport, someFields } from './import-builder';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { placeOf } from '../../../src/domain/kinds/place';
import { proposedFor, withProposed, withYears } from '../../../src/ui/admin/imports/wizard/column-notation';

const nameColumn = { header: 'Name', target: { to: 'displayName' } };
const place = placeOf(nameColumn.target, customerProfiles.places([]));

describe('names that are written last name first', () => {
  it('can be turned round, and are left once that is switched off', () => {
    const proposed = proposedFor(nameColumn, place, ['Cy Young', 'Byron, Ada']);
    expect(proposed).toEqual({ part: 'nameOrder', example: 'Byron, Ada', isOn: false });
    if (proposed === null) return;
    const on = withProposed([nameColumn], 0, { ...proposed, isOn: true });
    expect(on[0]?.target).toEqual({ to: 'displayName', nameOrder: 'last-first' });
    expect(on.map((column) => proposedFor(column, place, ['Byron, Ada'])?.isOn)).toEqual([true]);
    expect(withProposed(on, 0, { ...proposed, isOn: false })).toEqual([nameColumn]);
  });

  it('are not spoken of where no value is written so', () => {
    expect(proposedFor(nameColumn, place, ['Cy Young', 'Smith, Jr.', 'Acme, Inc.'])).toBeNull();
  });
});

describe('years with two digits', () => {
  const sinceOf = (...dates: string[]) => {
    const file = aFile({ sample: dates.map((date) => ['a@x.example', 'Ada', 'EU', date, '']) });
    return { file, columns: aMappedImport(file).columns };
  };
  const rowOf = (file: FileFacts, columns: readonly ImportColumn[]) =>
    mappingOf(file, setupOf({ ...aMappedImport(file), columns: [...columns] }, someFields), someFields).rows[3];

  it('need a choice, also where their order is clear', () => {
    const { file, columns } = sinceOf('31/12/99', '1/2/26');
    expect(columns[3]?.target).toEqual({ to: 'detail', field: 'Since', dateOrder: 'dmy' });
    expect(rowOf(file, columns)).toMatchObject({
      state: 'needs a choice',
      note: 'Choose the century of years with two digits, as in 31/12/99.',
    });
    const chosen = withYears(columns, 3, 1950);
    expect(rowOf(file, chosen)?.state).toBe('matched');
    expect(rowOf(file, withYears(columns, 3, 'none'))?.state).toBe('matched');
    expect(dateOrderOptions(file, 3, 1950).map(({ label }) => label)).toEqual([
      'day/month/year: 31/12/99 is December 31, 1999',
      'month/day/year',
    ]);
  });

  it('are shown without their century until that is chosen', () => {
    const { file, columns } = sinceOf('03/04/26');
    expect(dateOrderOptions(file, 3).map(({ label }) => label)).toEqual([
      'year-month-day: 03/04/26 is April 26',
      'day/month/year: 03/04/26 is April 3',
      'month/day/year: 03/04/26 is March 4',
    ]);
    expect(rowOf(file, columns)?.note).toBe('Choose how dates are written in this column.');
  });

  it('can be of these', () => {
    expect(yearOptions.map(({ label }) => label)).toEqual([
      ...['2000–2099', '1950–2049', '1930–2029', '1900–1999'],
      'None: they are problems of their rows',
    ]);
  });

  it('are asked for once the check has found them further down, and stay to be changed', () => {
    const { file, columns } = sinceOf('31/12/1999');
    const message = 'The year has two digits. Choose its century where you map the column, or write it in full.';
    const group = { column: 'Since', message, rows: 1, firstRow: 900, values: [{ value: '30/11/98', rows: 1 }] };
    const setup = setupOf({ ...aMappedImport(file), columns }, someFields);
    expect(mappingOf(file, setup, someFields, { columns, groups: [group] }).rows[3]).toMatchObject({
      state: 'needs a choice',
      shortYears: { example: '30/11/98' },
    });
    const chosen = withYears(columns, 3, 1950);
    expect(rowOf(file, chosen)).toMatchObject({ state: 'matched', shortYears: { example: '', yearsFrom: 1950 } });
  });

  it('are not asked for where all years are written in full', () => {
    const { file, columns } = sinceOf('31/12/1999');
    expect(rowOf(file, columns)?.shortYears).toBeNull();
  });
});
