import type { DetailFieldType } from '../../contract/fields';
import { knownType } from './definition';

const typeNames: Record<DetailFieldType, string> = {
  TEXT: 'Text',
  EMAIL: 'Email',
  URL: 'URL',
  DATE: 'Date',
  NUMBER: 'Number',
  BOOLEAN: 'Yes or no',
  PHONE: 'Phone',
  SELECT: 'Select',
  MULTISELECT: 'Multi-select',
};

/** A type as people call it; one that this version does not know as the site calls it. */
export function typeName(type: string): string {
  const known = knownType(type);
  return known === undefined ? type : typeNames[known];
}
