import { fold } from '../../fold';
import { remember } from '../../remember';
import { MAX_ASSOCIATIONS } from './limits';

export type AssociatedEntity = 'organization' | 'product';

/** What the names of a file stand for on the site. */
export interface NameDirectory {
  /** Case-folded names → ids. */
  ids: ReadonlyMap<string, string>;
  /** Case-folded names that more than one organization or product carries. */
  ambiguous?: ReadonlySet<string>;
}

export type AssociationReader = (
  raw: string,
) => { ids: string[] } | { value: string; message: string; missing?: AssociatedEntity };

/** The names a cell may stand for: the whole cell, as a name may contain the separator, and its pieces. */
export function namesInCell(raw: string, separator: string): string[] {
  if (raw.trim() === '') return [];
  if (!raw.includes(separator)) return [raw.trim()];
  const pieces = raw.split(separator).map((piece) => piece.trim());
  return [raw.trim(), ...pieces.filter((piece) => piece !== '')];
}

function splitReader(
  entity: AssociatedEntity,
  separator: string,
  read: (piece: string) => { id: string } | { message: string; missing?: AssociatedEntity },
): AssociationReader {
  return (raw) => {
    const ids = new Set<string>();
    for (const piece of raw.split(separator)) {
      if (piece.trim() === '') continue;
      const found = read(piece.trim());
      if (!('id' in found)) return { value: piece.trim(), ...found };
      ids.add(found.id);
    }
    if (ids.size <= MAX_ASSOCIATIONS) return { ids: [...ids] };
    return {
      value: raw,
      message: `More than ${MAX_ASSOCIATIONS} ${entity}s, the maximum for one row. Move some to another import.`,
    };
  };
}

export const ORGANIZATION_ID_RULE = 'Not an organization ID. Use a whole number, such as 42.';

export const isOrganizationId = (text: string): boolean =>
  /^\d+$/.test(text) && Number(text) > 0 && Number.isSafeInteger(Number(text));

/** Reads ids of organizations (positive integers) or products out of a cell. */
export function idReader(entity: AssociatedEntity, separator: string): AssociationReader {
  return splitReader(entity, separator, (piece) => {
    if (entity === 'product') return { id: piece };
    return isOrganizationId(piece) ? { id: String(Number(piece)) } : { message: ORGANIZATION_ID_RULE };
  });
}

/** Reads names out of a cell and turns them to ids. A whole cell that is a known name is one name. */
export function nameReader(entity: AssociatedEntity, separator: string, directory: NameDirectory): AssociationReader {
  const { ids } = directory;
  const read = splitReader(entity, separator, (piece) => {
    const name = fold(piece);
    const id = ids.get(name);
    if (id !== undefined) return { id };
    return directory.ambiguous?.has(name) === true
      ? { message: `Several ${entity}s on your site have this name. Use a column with ${entity} IDs instead.` }
      : {
          message: `No ${entity} on your site has this name. Correct it, or create the ${entity} first.`,
          missing: entity,
        };
  });
  return remember((raw) => {
    const whole = ids.get(fold(raw));
    return whole === undefined ? read(raw) : { ids: [whole] };
  });
}
