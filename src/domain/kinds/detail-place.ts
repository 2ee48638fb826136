import type { DetailFieldType, FieldDefinition } from '../../contract/fields';
import { type NamedValues, type Taker, detailReader } from './cells/readers';
import { headerKey } from './header-key';
import type { ReadPlace } from './place';

const examples: Record<Exclude<DetailFieldType, 'SELECT' | 'MULTISELECT'>, string> = {
  TEXT: 'Any text',
  EMAIL: 'ada@example.com',
  URL: 'https://example.com',
  DATE: '2026-03-14',
  NUMBER: '42',
  BOOLEAN: 'true',
  // A spreadsheet takes a number with its plus for a formula.
  PHONE: '',
};

const exampleOf = ({ type, options }: FieldDefinition): string =>
  type === 'SELECT' || type === 'MULTISELECT' ? (options[0] ?? '') : examples[type];

/** The place that a detail field of the site is; a column of its name goes there. */
export function detailPlace<Payload>(field: FieldDefinition, take: Taker<Payload, NamedValues>): ReadPlace<Payload> {
  return {
    target: { to: 'detail', field: field.name },
    label: field.name,
    group: 'Detail field',
    fills: `detail ${field.name}`,
    synonyms: [headerKey(field.name)].filter((key) => key !== ''),
    field,
    ...(field.type === 'MULTISELECT' && { hasSeveral: true as const }),
    ...(field.type === 'TEXT' && { joinedBy: ', ' }),
    template: { header: field.name, example: exampleOf(field) },
    reader: (reading) => detailReader(field, reading, take),
  };
}
