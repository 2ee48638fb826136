import { createHash } from 'node:crypto';
import type { Shown } from '../../../domain/kinds/written';

/** Characters of a version: two of the records of a site never have the same. */
const LENGTH = 22;

/** What tells whether a record is as it was: its name, address, values, and what it is joined with by itself. */
export function versionOf({ name, email, values, joined, entitlements }: Shown): string {
  const own = entitlements.map((one) => JSON.stringify([one.id, one.productId, sorted(one.values)])).sort();
  const content = JSON.stringify([name, email ?? null, sorted(values), [...joined].sort(), own]);
  return createHash('sha256').update(content).digest('base64url').slice(0, LENGTH);
}

/** Values in one order, however the site tells them. */
const sorted = (values: Shown['values']): string[] =>
  [...values].flatMap(([field, held]) => (held.length === 0 ? [] : [JSON.stringify([field, [...held].sort()])])).sort();
