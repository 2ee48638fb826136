import type { LeftOutRow, StoredRow } from '../../contract/imports';

/** Rows each once, told apart by what they hold. */
export function once(rows: readonly StoredRow[]): StoredRow[] {
  const seen = new Set<string>();
  return rows.filter(([, cells]) => {
    const what = JSON.stringify(cells);
    return !seen.has(what) && seen.add(what);
  });
}

/**
 * Rows that put back values, one for each record: two rows of a file can have named the same in two ways. What the earlier one
 * leaves open is taken from the later.
 */
export function oncePerRecord(rows: readonly StoredRow[]): StoredRow[] {
  const byRecord = new Map<string, StoredRow>();
  for (const [row, cells] of rows) {
    const [id = ''] = cells;
    const earlier = byRecord.get(id);
    byRecord.set(
      id,
      earlier === undefined ? [row, cells] : [earlier[0], cells.map((cell, at) => earlier[1][at] || cell)],
    );
  }
  return [...byRecord.values()];
}

/** Why an entitlement stays revoked: no import grants a holder the same product twice. */
const GRANTED_ALREADY = 'Another entitlement of the same holder to the product is granted again.';

/**
 * Tells rows that grant a product again from those whose holder is granted it by an earlier row already: several entitlements
 * of one holder can have been revoked. Two rows about the same one are one.
 */
export function grantsOnce() {
  const granted = new Map<string, string>();
  return (rows: readonly StoredRow[]): { grant: StoredRow[]; left: LeftOutRow[] } => {
    const found: { grant: StoredRow[]; left: LeftOutRow[] } = { grant: [], left: [] };
    for (const [row, cells] of rows) {
      const [id = '', ...holder] = cells;
      const key = JSON.stringify(holder.slice(0, 3));
      const earlier = granted.get(key);
      if (earlier === undefined) {
        granted.set(key, id);
        found.grant.push([row, cells]);
      } else if (earlier !== id) found.left.push([row, [id], [GRANTED_ALREADY]]);
    }
    return found;
  };
}

/** Two lists of rows that are left alone as one, in the order of the file, each row once with all its reasons. */
export function allLeft(some: readonly LeftOutRow[], others: readonly LeftOutRow[]): LeftOutRow[] {
  const byRow = new Map<number, LeftOutRow>();
  for (const [row, cells, reasons] of [...some, ...others])
    byRow.set(row, [row, cells, [...(byRow.get(row)?.[2] ?? []), ...reasons]]);
  return [...byRow.values()].sort(([a], [b]) => a - b);
}
