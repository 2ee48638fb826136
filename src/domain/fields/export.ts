import type { DetailEntity } from '../../contract/details';
import type { FieldView } from '../../contract/fields';
import { typeName } from './type-names';

const holders: Readonly<Record<DetailEntity, string>> = {
  customer: 'Customers',
  organization: 'Organizations',
  entitlement: 'Entitlements',
};

/** The layout of exported detail fields, to be read: no import takes them. Options stand one to a line, as they can be pasted. */
export const fieldLayout = {
  headers: ['Detail field of', 'Detail field', 'Type', 'Options', 'Position'],
  row: (entity: DetailEntity, { name, type, options, position }: FieldView): string[] => [
    holders[entity],
    name,
    typeName(type),
    options.join('\n'),
    position === null ? '' : String(position + 1),
  ],
};
