import { useCallback, useEffect, useState } from 'react';
import { type CallError, isPassing, toCallError } from './call-error';
import { afterWhileVisible } from './visible';

export interface Resource<T> {
  /** What was loaded last. A refresh keeps it until the new content is there. */
  data: T | null;
  /** Why the last load failed; null once one succeeds, and for a question that has no answer yet. */
  error: CallError | null;
  isLoading: boolean;
  reload: () => void;
  /** Puts content there that another call has answered with. */
  replace: (data: T) => void;
}

/** Milliseconds from a failed load to the next one of a page that polls, unless the site asks to be left alone. */
const AFTER_FAILURE_MS = 10_000;
/** Where the site asks to slow down and says not for how long; a person is told to try again in a minute, too. */
const AFTER_BUSY_MS = 60_000;
const LONGEST_AFTER_FAILURE_MS = 60 * 60_000;

function afterFailure({ code, retryAfterMs }: CallError): number {
  const asked = retryAfterMs ?? (code === 'SITE_BUSY' ? AFTER_BUSY_MS : 0);
  return Math.min(LONGEST_AFTER_FAILURE_MS, Math.max(AFTER_FAILURE_MS, asked));
}

const never = (): null => null;

interface Answer<T> extends Pick<Resource<T>, 'data' | 'error'> {
  /** The load that it came with; null before the first. */
  to: { load: () => Promise<T>; turn: number } | null;
}

/** Milliseconds to the next load; null for none. A page that polls goes on by itself after a failure that passes. */
export function delayAfter<T>(
  { data, error }: Pick<Resource<T>, 'data' | 'error'>,
  pollAfter: (data: T) => number | null,
): number | null {
  if (data === null) return pollAfter !== never && error !== null && isPassing(error) ? afterFailure(error) : null;
  const wanted = pollAfter(data);
  return wanted === null || error === null ? wanted : afterFailure(error);
}

/**
 * Loads, and loads again `pollAfter(data)` milliseconds after each load while the page is visible; null ends that.
 * Both functions must keep their identity between renders: a new `load` is a new question.
 */
export function useResource<T>(load: () => Promise<T>, pollAfter: (data: T) => number | null = never): Resource<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ data: null, error: null, to: null });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  const replace = useCallback((data: T) => setAnswer(({ to }) => ({ data, error: null, to })), []);

  useEffect(() => {
    let current = true;
    const to = { load, turn };
    load().then(
      (data) => {
        if (current) setAnswer({ data, error: null, to });
      },
      (error: unknown) => {
        if (current) setAnswer((last) => ({ data: last.data, error: toCallError(error), to }));
      },
    );
    return () => {
      current = false;
    };
  }, [load, turn]);

  useEffect(() => {
    const wanted = delayAfter(answer, pollAfter);
    return wanted === null ? undefined : afterWhileVisible(wanted, reload);
  }, [answer, pollAfter, reload]);

  const isOfQuestion = answer.to?.load === load;
  return {
    data: answer.data,
    error: isOfQuestion ? answer.error : null,
    isLoading: !isOfQuestion || answer.to?.turn !== turn,
    reload,
    replace,
  };
}
