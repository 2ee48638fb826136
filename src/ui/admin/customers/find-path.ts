import * as v from 'valibot';
import { type CustomerQuery, customerQuerySchema } from '../../../contract/customers';

/** What was looked for, and the page of the results, from 0. */
export interface Finding {
  query: CustomerQuery;
  page: number;
}

/** The address of a page of results: `customers/find/<by>/<page, from 1>/<what>…`. */
export function findingPath({ query, page }: Finding): readonly string[] {
  const [by, ...words] = queryPath(query);
  return ['customers', 'find', by, String(page + 1), ...words];
}

/** The part of the address that all pages of results have in common: the way of finding, then what is wanted. */
export const queryPath = (query: CustomerQuery): [string, ...string[]] => [query.by, ...wordsOf(query)];

function wordsOf(query: CustomerQuery): string[] {
  switch (query.by) {
    case 'id':
      return query.ids;
    case 'person':
      return [query.text];
    case 'details':
      return query.conditions.flatMap(({ field, value }) => [field, value]);
    case 'organization':
      return [query.id];
  }
}

/** What an address asks for; `path` is what follows `customers/find`. Null where it makes no sense. */
export function findingOf(path: readonly string[]): Finding | null {
  const [by, number = '1', ...words] = path;
  const query = queryOf(by, words);
  return query !== null && /^[1-9]\d{0,5}$/.test(number) ? { query, page: Number(number) - 1 } : null;
}

function queryOf(by: string | undefined, words: readonly string[]): CustomerQuery | null {
  const asked = v.safeParse(customerQuerySchema, candidateOf(by, words));
  return asked.success ? asked.output : null;
}

function candidateOf(by: string | undefined, words: readonly string[]): object | null {
  const [first, ...more] = words;
  if (by === 'id') return { by, ids: words };
  if (by === 'details') return { by, conditions: conditionsOf(words) };
  if (more.length > 0) return null;
  return by === 'person' ? { by, text: first } : { by, id: first };
}

/** A field without its value makes a condition that no search takes. */
const conditionsOf = (words: readonly string[]): object[] =>
  Array.from({ length: Math.ceil(words.length / 2) }, (_, index) => ({
    field: words[2 * index],
    value: words[2 * index + 1],
  }));
