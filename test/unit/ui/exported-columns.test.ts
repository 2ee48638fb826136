import { exportLayout } from '../../../src/domain/directory/export';
import { mappingOf } from '../../../src/ui/admin/imports/wizard/mapping';
import { setupOf } from '../../../src/ui/admin/imports/wizard/wizard-state';
import { aFile, aMappedImport, someFields } from './import-builder';

/** Of each column of a file with these headers, why it is left out, and whether a field is proposed for it. */
function leftOut(headers: readonly string[]): [header: string, note: string, isProposed: boolean][] {
  const file = aFile({ headers: [...headers], sample: [headers.map(() => 'On-site Care')] });
  const { rows } = mappingOf(file, setupOf(aMappedImport(file), someFields), someFields);
  return rows
    .filter(({ state }) => state === 'not imported')
    .map(({ header, note, proposal }) => [header, note, proposal !== null]);
}

it('says of the columns that people read in an exported list why they are left out, and proposes no field for them', () => {
  const { headers } = exportLayout('customer', ['organizations', 'products', 'ends']);
  const forPeople = 'Exported by the console for you to read.';
  expect(leftOut(headers)).toEqual([
    ['Organization names', forPeople, false],
    ['Entitled to', forPeople, false],
    ['Entitled until', forPeople, false],
  ]);
});

it('proposes fields for columns of that name in a file from elsewhere', () => {
  expect(leftOut(['Email', 'Entitled to'])).toEqual([['Entitled to', '', true]]);
});
