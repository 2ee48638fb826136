/** A list with one of its items one place up (-1) or down (1); where there is no such place nothing changes. */
export function moved<T>(list: readonly T[], isIt: (item: T) => boolean, by: -1 | 1): T[] {
  const from = list.findIndex(isIt);
  const item = list[from];
  const other = list[from + by];
  if (item === undefined || other === undefined) return [...list];
  return list.map((each, at) => (at === from ? other : at === from + by ? item : each));
}
