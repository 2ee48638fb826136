import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { defaultJobName, fileLine } from '../../../src/ui/admin/imports/wizard/words';
import { aFile } from './import-builder';

test('a text is told with its encoding and separator', () => {
  expect(fileLine(aFile())).toBe('customers.csv · 5 columns · UTF-8 · separated by commas');
});

test('a workbook is told with its sheet: nobody chose how it is written', () => {
  const file = aFile({ name: 'customers.xlsx', reading: { ...aFile().reading, sheet: 'Contacts' } });
  expect(fileLine(file)).toBe('customers.xlsx · 5 columns · sheet “Contacts”');
});

test('an import is named after its file, whatever its format', () => {
  const nameFor = (name: string) => defaultJobName(aFile({ name }), customerProfiles);
  expect(['Q4.csv', 'Q4.xlsx', 'Q4.tsv'].map(nameFor)).toEqual(['Q4', 'Q4', 'Q4']);
});
