import type { ImportSetup } from '../../src/contract/file-frame';
import { matchColumns } from '../../src/domain/import/match-columns';
import type { FieldDefinition } from '../../src/contract/fields';

const field = (name: string, type: FieldDefinition['type'], options: string[] = []): FieldDefinition => ({
  name,
  type,
  options,
});

export const benchFields: FieldDefinition[] = [
  field('Region', 'SELECT', ['EU', 'US', 'UK', 'AU']),
  field('Tier', 'SELECT', ['Basic', 'Standard', 'Gold']),
  field('Since', 'DATE'),
  field('Phone', 'PHONE'),
  field('Seats', 'NUMBER'),
  field('VIP', 'BOOLEAN'),
  field('Website', 'URL'),
  field('Interests', 'MULTISELECT', ['Webinars', 'Events', 'Newsletter']),
  field('Notes', 'TEXT'),
];

export const benchHeaders = ['E-mail', 'Full name', 'Company', ...benchFields.map(({ name }) => name)];

/** One row of 12 columns and about 200 bytes; the same for the same number. */
function line(row: number): string {
  const two = (value: number) => String(value + 1).padStart(2, '0');
  const since = `20${two(row % 24)}-${two(row % 12)}-${two(row % 28)}`;
  return [
    `customer.${row}@company-${row % 997}.example`,
    `Customer Number ${row}`,
    `Company ${row % 50}`,
    ['EU', 'US', 'UK', 'AU'][row % 4],
    ['Basic', 'Standard', 'Gold'][row % 3],
    since,
    `+49 30 ${1_000_000 + (row % 8_999_999)}`,
    String(row % 500),
    row % 2 === 0 ? 'yes' : 'no',
    `https://www.company-${row % 997}.example/customers/${row}`,
    row % 2 === 0 ? 'Webinars;Events' : 'Newsletter',
    row % 4 === 0
      ? `"Met at the fair, hall ${row % 13}"`
      : `Met at the fair in hall ${row % 13}; asked to be called back about order ${row * 7}`,
  ].join(',');
}

/** A CSV of so many rows, made a piece at a time. */
export function* customerCsv(rows: number): Generator<string> {
  yield `${benchHeaders.join(',')}\n`;
  const PIECE = 5_000;
  for (let from = 0; from < rows; from += PIECE) {
    const size = Math.min(PIECE, rows - from);
    yield `${Array.from({ length: size }, (_, index) => line(from + index)).join('\n')}\n`;
  }
}

export const benchSetup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: matchColumns(benchHeaders, [line(1).split(','), line(20).split(',')], benchFields),
  fields: benchFields,
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
