import { fold } from '../fold';

export interface Named {
  id: string;
  name: string;
}

export interface NameMatch {
  name: string;
  /** Several where more than one thing has the name, in any letter case; none where nothing has. */
  ids: string[];
}

/** Finds names among things, in any letter case. */
export function nameMatcher(things: readonly Named[]): (names: readonly string[]) => NameMatch[] {
  const idsByName = new Map<string, string[]>();
  for (const { id, name } of things) {
    const same = idsByName.get(fold(name));
    if (same) same.push(id);
    else idsByName.set(fold(name), [id]);
  }
  return (names) => names.map((name) => ({ name, ids: idsByName.get(fold(name)) ?? [] }));
}
