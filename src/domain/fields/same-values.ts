/** Whether a field holds the same, read twice: the order of several options says nothing. */
export function sameValues(one: readonly string[], other: readonly string[]): boolean {
  const inOrder = (values: readonly string[]) => [...values].sort();
  const sorted = inOrder(other);
  return one.length === other.length && inOrder(one).every((value, index) => value === sorted[index]);
}
