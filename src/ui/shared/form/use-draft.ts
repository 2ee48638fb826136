import { useCallback, useState } from 'react';

/** Some parts of a draft, or how they follow from the draft as it is by then. */
export type DraftChange<T> = Partial<T> | ((now: T) => Partial<T>);

/** How a list follows from the list as it is by then. */
export type ListChange<T> = (now: readonly T[]) => readonly T[];

/**
 * What is being written in a form. A product keeps calling the handler that it was given until it learns of the next one,
 * some tens of milliseconds later: what a handler makes of the draft that it was rendered with would undo what was written
 * since, and so it makes it of the draft that it is handed.
 */
export function useDraft<T extends object>(initial: T | (() => T)): [T, (change: DraftChange<T>) => void] {
  const [draft, setDraft] = useState(initial);
  const change = useCallback(
    (made: DraftChange<T>) => setDraft((now) => ({ ...now, ...(typeof made === 'function' ? made(now) : made) })),
    [],
  );
  return [draft, change];
}
