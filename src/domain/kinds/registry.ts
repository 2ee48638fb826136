import type { ImportKind } from './kind';

const kinds = new Map<string, ImportKind>();

/** Makes a kind known to everything that deals with kinds. Their order is that in which they are offered. */
export function registerKind(kind: ImportKind): void {
  if (kinds.has(kind.id)) throw new Error(`There is a kind "${kind.id}" already.`);
  kinds.set(kind.id, kind);
}

/** The kind of this id, where this version of the app knows it. */
export const findKind = (id: string): ImportKind | undefined => kinds.get(id);

/** The kind of this id. @throws Error where there is none: what comes from outside is asked for by {@link findKind} */
export function kindOf(id: string): ImportKind {
  const kind = kinds.get(id);
  if (kind === undefined) throw new Error(`There is no kind "${id}".`);
  return kind;
}

/** The kind that an import begins with. */
export function proposedKind(): ImportKind {
  const [first] = kinds.values();
  if (first === undefined) throw new Error('No kind is registered.');
  return first;
}

export const allKinds = (): readonly ImportKind[] => [...kinds.values()];

/** The operation of a kind by its id, where it has it. */
export const operationOf = (kind: ImportKind, id: string) => kind.operations.find((operation) => operation.id === id);
