import { useCallback, useEffect, useState } from 'react';
import { type CallError, toCallError } from './call-error';
import { afterWhileVisible } from './visible';

export interface Resource<T> {
  /** What was loaded last. A refresh keeps it until the new content is there. */
  data: T | null;
  /** Why the last load failed; null once one succeeds. */
  error: CallError | null;
  reload: () => void;
  /** Puts content there that another call has answered with. */
  replace: (data: T) => void;
}

/** Milliseconds from a failed load to the next one of a page that polls. */
const AFTER_FAILURE_MS = 10_000;

const never = (): null => null;

/**
 * Loads, and loads again `pollAfter(data)` milliseconds after each load while the page is visible; null ends that.
 * Both functions must keep their identity between renders: a new `load` is a new question.
 */
export function useResource<T>(load: () => Promise<T>, pollAfter: (data: T) => number | null = never): Resource<T> {
  const [answer, setAnswer] = useState<{ data: T | null; error: CallError | null }>({ data: null, error: null });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  const replace = useCallback((data: T) => setAnswer({ data, error: null }), []);

  useEffect(() => {
    let current = true;
    load().then(
      (data) => {
        if (current) setAnswer({ data, error: null });
      },
      (error: unknown) => {
        if (current) setAnswer((last) => ({ data: last.data, error: toCallError(error) }));
      },
    );
    return () => {
      current = false;
    };
  }, [load, turn]);

  useEffect(() => {
    if (answer.data === null) return undefined;
    const wanted = pollAfter(answer.data);
    if (wanted === null) return undefined;
    return afterWhileVisible(answer.error === null ? wanted : AFTER_FAILURE_MS, reload);
  }, [answer, pollAfter, reload]);

  return { data: answer.data, error: answer.error, reload, replace };
}
