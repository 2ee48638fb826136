import { type DirectoryEntity, directoryEntities } from '../../contract/directory';
import type { ImportKind } from '../kinds/kind';

/** Whose records of the directory the rows of a kind are compared with; null where it keeps none of the kind. */
export function knownEntity({ entity, writes }: Pick<ImportKind, 'entity' | 'writes'>): DirectoryEntity | null {
  return writes === undefined ? null : (directoryEntities.find((one) => one === entity) ?? null);
}
