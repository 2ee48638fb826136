import { isolated } from '../../domain/isolated';

interface Person {
  id: string;
  name: string;
  /** Null where the site does not show it to this person. */
  email: string | null;
}

/** A person in a sentence or a control: several have one name, so that the address, or else the ID, goes with it. */
export function personWords({ id, name, email }: Person): string {
  if (name === '' || name === email) return isolated(email ?? id);
  return `${isolated(name)} (${isolated(email ?? id)})`;
}
