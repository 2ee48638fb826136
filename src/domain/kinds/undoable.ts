import type { ImportKind, KindOperation } from './kind';

/** Whether jobs that do this can be undone, where they keep what was there. */
export const isUndoable = ({ undo }: Pick<ImportKind, 'undo'>, operation: KindOperation | undefined): boolean =>
  undo !== undefined && operation?.notUndoable === undefined;
