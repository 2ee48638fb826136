import { integerParameter } from '../csm/query';

/** The most that one page holds. JSM reference. */
const PAGE_MAX = 50;

/** One page of a list, by `start` and `limit`. @throws Refusal 400 for what are no whole numbers */
export function page<T>(query: URLSearchParams, items: readonly T[], view: (item: T) => object): object {
  const start = integerParameter(query, 'start', { otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER });
  const asked = integerParameter(query, 'limit', { otherwise: PAGE_MAX, least: 1, most: Number.MAX_SAFE_INTEGER });
  const limit = Math.min(asked, PAGE_MAX);
  const values = items.slice(start, start + limit).map(view);
  return { size: values.length, start, limit, isLastPage: start + limit >= items.length, values, _links: {} };
}
