import { fold } from '../fold';
import type { EncodedRow, Identity, ImportKind } from '../kinds/kind';

/**
 * The form in which what names an entity is compared; what goes to different places never is the same. IDs of other systems
 * can differ in letter case alone.
 */
export const identityKey = ({ place, value }: Identity): string =>
  `${place} ${place === 'externalId' ? value.trim() : fold(value)}`;

/** What is said of a row that names the same as an earlier one; null while no two do. */
export function duplicateIn(rows: readonly EncodedRow<object>[], { words }: ImportKind): string | null {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.operation === null) continue;
    const keys = row.identities.map(identityKey);
    if (keys.some((key) => seen.has(key))) return `Two rows are for the same ${words.one}.`;
    for (const key of keys) seen.add(key);
  }
  return null;
}
