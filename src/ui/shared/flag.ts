import { showFlag } from '@forge/bridge';

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
