import type { ImportSetup } from '../../src/contract/file-frame';
import { customerProfiles } from '../../src/domain/kinds/customer-profiles';
import { columnsOf, matchColumns } from '../../src/domain/import/match-columns';
import type { FieldDefinition } from '../../src/contract/fields';

const field = (name: string, type: FieldDefinition['type'], options: string[] = []): FieldDefinition => ({
  name,
  type,
  options,
});

const regions = ['EU', 'US', 'UK', 'AU'];
const tiers = ['Basic', 'Standard', 'Gold'];

export const benchFields: FieldDefinition[] = [
  field('Region', 'SELECT', regions),
  field('Tier', 'SELECT', tiers),
  field('Since', 'DATE'),
  field('Phone', 'PHONE'),
  field('Seats', 'NUMBER'),
  field('VIP', 'BOOLEAN'),
  field('Website', 'URL'),
  field('Interests', 'MULTISELECT', ['Webinars', 'Events', 'Newsletter']),
  field('Notes', 'TEXT'),
];

export const benchHeaders = ['E-mail', 'Full name', 'Company', ...benchFields.map(({ name }) => name)];

/** Different organizations that the file names. */
export const COMPANIES = 50;
export const companyName = (company: number): string => `Company ${company}`;

/** One row of 12 columns and about 200 bytes, none of which needs quotes; the same for the same number. */
export function customerCells(row: number): string[] {
  const two = (value: number) => String(value + 1).padStart(2, '0');
  const since = `20${two(row % 24)}-${two(row % 12)}-${two(row % 28)}`;
  return [
    `customer.${row}@company-${row % 997}.example`,
    `Customer Number ${row}`,
    companyName(row % COMPANIES),
    regions[row % regions.length] ?? '',
    tiers[row % tiers.length] ?? '',
    since,
    `+49 30 ${1_000_000 + (row % 8_999_999)}`,
    String(row % 500),
    row % 2 === 0 ? 'yes' : 'no',
    `https://www.company-${row % 997}.example/customers/${row}`,
    row % 2 === 0 ? 'Webinars;Events' : 'Newsletter',
    row % 4 === 0
      ? `"Met at the fair, hall ${row % 13}"`
      : `Met at the fair in hall ${row % 13}; asked to be called back about order ${row * 7}`,
  ];
}

/** A CSV of so many rows, made a piece at a time. */
export function* customerCsv(rows: number): Generator<string> {
  yield `${benchHeaders.join(',')}\n`;
  const PIECE = 5_000;
  for (let from = 0; from < rows; from += PIECE) {
    const size = Math.min(PIECE, rows - from);
    yield `${Array.from({ length: size }, (_, index) => customerCells(from + index).join(',')).join('\n')}\n`;
  }
}

export const benchSetup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: matchColumns(
    benchHeaders,
    columnsOf([customerCells(1), customerCells(20)]),
    customerProfiles.places(benchFields),
  ),
  fields: benchFields,
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
