import type { JobKind } from './kind';

const kinds = new Map<string, JobKind>();

/** Makes the engine's half of a kind known. Its declaration is registered in src/domain/kinds. */
export function registerJobKind(kind: JobKind): void {
  if (kinds.has(kind.id)) throw new Error(`The engine knows a kind "${kind.id}" already.`);
  kinds.set(kind.id, kind);
}

/** @throws Error where this version knows no such kind: the head of such a job cannot be read in the first place */
export function jobKindOf(id: string): JobKind {
  const kind = kinds.get(id);
  if (kind === undefined) throw new Error(`The engine knows no kind "${id}".`);
  return kind;
}
