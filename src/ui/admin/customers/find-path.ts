import { type CustomerQuery, MAX_CONDITIONS, MAX_IDS_FOUND } from '../../../contract/customers';

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
  const [first] = words;
  if (first === undefined) return null;
  if (by === 'id') return words.length <= MAX_IDS_FOUND ? { by, ids: [...words] } : null;
  if (by === 'details') return conditionsOf(words);
  if (words.length > 1) return null;
  if (by === 'person') return { by, text: first };
  return by === 'organization' && /^\d{1,15}$/.test(first) ? { by, id: first } : null;
}

function conditionsOf(words: readonly string[]): CustomerQuery | null {
  if (words.length % 2 === 1 || words.length > 2 * MAX_CONDITIONS) return null;
  const conditions = Array.from({ length: words.length / 2 }, (_, index) => ({
    field: words[2 * index] ?? '',
    value: words[2 * index + 1] ?? '',
  }));
  return { by: 'details', conditions };
}
