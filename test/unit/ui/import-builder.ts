import type { FieldDefinition } from '../../../src/contract/fields';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { columnsOf } from '../../../src/domain/import/match-columns';
import type { FileFacts } from '../../../src/contract/file-frame';
import { type WizardState, columnsFor, newImport } from '../../../src/ui/admin/imports/wizard/wizard-state';

export const someFields: FieldDefinition[] = [
  { name: 'Region', type: 'SELECT', options: ['EU', 'US'] },
  { name: 'Since', type: 'DATE', options: [] },
  { name: 'Interests', type: 'MULTISELECT', options: ['A', 'B'] },
];

export const somePlaces = customerProfiles.places(someFields);

const rows = [
  ['', 'Ada Byron', 'EU', '03/04/2025', '42'],
  ['ada@acme.com', '', 'US', '05/06/2025', ''],
];

export function aFile(part: Partial<FileFacts> = {}): FileFacts {
  const { sample = rows } = part;
  return {
    name: 'customers.csv',
    bytes: 1_200_000,
    reading: {
      encoding: 'UTF-8',
      encodingBy: 'form',
      delimiter: ',',
      delimiterBy: 'rows',
      quote: '"',
      headerRow: 1,
      headerBy: 'rows',
      titles: 0,
    },
    headers: ['E-mail Address', 'Full name', 'Region', 'Since', 'Shoe size'],
    sample,
    tops: [],
    telling: [],
    values: columnsOf(sample).map((cells) => cells.filter((cell) => cell !== '')),
    fromConsole: false,
    ...part,
  };
}

/** An import whose file has been matched. */
export function aMappedImport(file = aFile()): WizardState {
  return { ...newImport(), step: 'Columns', columns: columnsFor(file, [], somePlaces) };
}
