import type { StoredRow } from '../../contract/imports';

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
