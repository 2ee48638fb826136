import { showFlag } from '@forge/bridge';
import { isolated } from '../../domain/isolated';

/** Says what has changed, and goes away by itself. */
export function flagSuccess(title: string, description?: string): void {
  showFlag({
    id: crypto.randomUUID(),
    type: 'success',
    title,
    ...(description === undefined ? {} : { description }),
    isAutoDismiss: true,
  });
}

/** Says what was created. Of what the site did not join to it, `notJoined` has the names: the flag then stays. */
export function flagCreated(title: string, name: string, notJoined: readonly string[]): void {
  if (notJoined.length === 0) {
    flagSuccess(title, name);
    return;
  }
  showFlag({
    id: crypto.randomUUID(),
    type: 'warning',
    title: `${title}, but not complete`,
    description: `Your site did not add: ${notJoined.map(isolated).join(', ')}. Add what is missing on this page.`,
  });
}

/** The names of those that were chosen and not joined. */
export function namesOf(ids: readonly string[], chosen: readonly { id: string; name: string }[]): string[] {
  return chosen.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
