import { fold } from '../fold';
import type { EncodedRow, Identity, ImportKind } from '../kinds/kind';

/**
 * The form in which what names an entity is compared; what goes to different places never is the same. IDs of other systems
 * can differ in letter case alone.
 */
export const identityKey = ({ place, value }: Identity): string =>
  `${place} ${place === 'externalId' ? value.trim() : fold(value)}`;

/** In which places rows name what they are about: the places of each, joined by blanks; every way once. */
export function namingsOf(rows: readonly EncodedRow<object>[]): string[] {
  const ways = rows.map((row) => (row.operation === null ? [] : row.identities.map(({ place }) => place)));
  return [...new Set(ways.filter(({ length }) => length > 0).map((places) => places.sort().join(' ')))];
}

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
