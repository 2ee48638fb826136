import type { ImportKind, KindOperation } from '../../../domain/kinds/kind';
import { formatCount } from '../../shared/format';

/** Imports of more rows than this ask for the number of rows to be typed before they start; removals always do. */
const LARGE_ROWS = 1_000;

/** Whether starting takes away what cannot be brought back. */
export const takesAway = (kind: ImportKind, operation: KindOperation | undefined): boolean =>
  kind.removes === true || operation?.removes === true;

/** Whether the number of rows has to be typed before they start. */
export const needsConfirmation = (kind: ImportKind, operation: KindOperation | undefined, rows: number): boolean =>
  rows > LARGE_ROWS || takesAway(kind, operation);

/** Whether what was typed confirms the number of rows, with or without the separators of thousands. */
export function confirms(typed: string, rows: number): boolean {
  return typed.replaceAll(/[\s,.'’]/g, '') === String(rows);
}

/** Why the number of rows has to be typed. */
export const confirmationHint = (kind: ImportKind, operation: KindOperation | undefined): string =>
  takesAway(kind, operation)
    ? `You can’t undo this. Type how many ${kind.words.many} there are.`
    : `To start an import of more than ${formatCount(LARGE_ROWS)} ${kind.words.many}, type how many there are.`;
