import type { ImportKind, KindOperation } from '../../../domain/kinds/kind';
import { isUndoable } from '../../../domain/kinds/undoable';
import { formatCount } from '../../shared/format';

/** Imports of more rows than this ask for the number of rows to be typed before they start; removals always do. */
const LARGE_ROWS = 1_000;

/** Whether starting takes something away: what stays gone, or comes back only where it's undone. */
export const takesAway = (kind: ImportKind, operation: KindOperation | undefined): boolean =>
  kind.removes === true || operation?.removes === true;

/** Whether what starting takes away cannot be brought back. `keeps`: what was there is kept, where that can be undone. */
export const takesForGood = (kind: ImportKind, operation: KindOperation | undefined, keeps: boolean): boolean =>
  takesAway(kind, operation) && !(keeps && isUndoable(kind, operation));

/** Whether the number of rows has to be typed before they start. */
export const needsConfirmation = (kind: ImportKind, operation: KindOperation | undefined, rows: number): boolean =>
  rows > LARGE_ROWS || takesAway(kind, operation);

/** Whether what was typed confirms the number of rows, with or without the separators of thousands. */
export function confirms(typed: string, rows: number): boolean {
  return typed.replaceAll(/[\s,.'’]/g, '') === String(rows);
}

/** Why the number of rows has to be typed. */
export function confirmationHint(kind: ImportKind, operation: KindOperation | undefined, keeps: boolean): string {
  const typing = `Type how many ${kind.words.many} there are.`;
  if (takesForGood(kind, operation, keeps)) return `You can’t undo this. ${typing}`;
  return takesAway(kind, operation)
    ? typing
    : `To start an import of more than ${formatCount(LARGE_ROWS)} ${kind.words.many}, type how many there are.`;
}
