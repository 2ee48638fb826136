import type { DetailFieldType } from '../../../contract/fields';
import type { CallError } from '../call-error';
import type { Choice } from '../choice';
import { errorWords } from '../error-words';

export const yesAndNo: readonly Choice[] = [
  { label: 'Yes', value: 'true' },
  { label: 'No', value: 'false' },
];

/** What a person has to know before typing; types that explain themselves have nothing. */
export const typeHelp: Partial<Record<DetailFieldType, string>> = {
  PHONE: 'Start with + and the country code, such as +49 30 1234567. Sites refuse other formats.',
  URL: 'Start with https:// or http://.',
  NUMBER: 'Use digits, and a decimal point if needed, such as 1234.5.',
  EMAIL: 'For example, name@example.com.',
  DATE: 'Choose a date from the calendar, or type one and press Enter.',
};

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

function dayWords(value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) ? value : days.format(time);
}

/** One value as a person reads it. */
export function valueWords(type: DetailFieldType, value: string): string {
  if (type === 'DATE') return dayWords(value);
  if (type === 'BOOLEAN') return yesAndNo.find((choice) => choice.value === value)?.label ?? value;
  return value;
}

/** All values of a field in one line. */
export function valuesWords(type: DetailFieldType, values: readonly string[]): string {
  return values.length === 0 ? 'nothing' : values.map((value) => valueWords(type, value)).join(', ');
}

/** Between the lines of a text: files bring texts of several into fields. */
export const lineBreak = /\r\n|\r|\n/;

/** Only addresses of the web become links: a value can hold any text, and some addresses are code. */
export const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value);

/** Whether the site keeps the field from whoever tried: trying again is of no use. */
export const isClosed = ({ code, advice }: CallError): boolean =>
  // Whoever has to log in again is advised to.
  code === 'SITE_FORBIDDEN' && advice === undefined;

/** What is said at the field when it could not be saved. */
export function saveProblem(error: CallError): string {
  const said = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
  if (isClosed(error)) {
    return `${said} Each field sets who can edit it. A Jira administrator can change that.`;
  }
  return `${said} ${errorWords(error).advice}`;
}
