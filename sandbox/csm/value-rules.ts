import type { DetailFieldType } from '../../src/contract/fields';
import { VALUE_MAX } from './limits';
import type { DetailField } from './model';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/u;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;
/** Live sites refuse a number without the leading plus. */
const PHONE = /^\+[\d\s().-]{4,}$/u;

export const isEmail = (text: string): boolean => EMAIL.test(text);

function isDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isUrl(text: string): boolean {
  return /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text);
}

type Rule = (value: string, field: DetailField) => string | null;

const isOption: Rule = (value, field) => (field.options.includes(value) ? null : 'is not one of the options');

const rules: Readonly<Record<DetailFieldType, Rule>> = {
  TEXT: () => null,
  EMAIL: (value) => (isEmail(value) ? null : 'is not an e-mail address'),
  URL: (value) => (isUrl(value) ? null : 'is not a URL'),
  DATE: (value) => (isDate(value) ? null : 'is not a date such as 2026-03-04'),
  NUMBER: (value) => (NUMBER.test(value) ? null : 'is not a number'),
  BOOLEAN: (value) => (value === 'true' || value === 'false' ? null : 'is neither true nor false'),
  PHONE: (value) => (PHONE.test(value) ? null : 'is not a phone number that starts with +'),
  SELECT: isOption,
  MULTISELECT: isOption,
};

/** What is wrong with the values of a field, or null. Empty is never wrong: it clears. CSM reference, detail values. */
export function valuesProblem(field: DetailField, values: readonly string[]): string | null {
  if (values.length > 1 && field.type !== 'MULTISELECT') return `The field "${field.name}" takes one value.`;
  for (const value of values) {
    if (value.length > VALUE_MAX) return `A value of "${field.name}" has more than ${VALUE_MAX} characters.`;
    const problem = value === '' ? 'is empty' : rules[field.type](value, field);
    if (problem !== null) return `The value "${value}" of the field "${field.name}" ${problem}.`;
  }
  return null;
}
