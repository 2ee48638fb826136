import { useState } from 'react';
import { type CallError, toCallError } from './call-error';
import { useHandler } from './use-handler';

export interface Action<Arguments extends unknown[] = []> {
  run: (...given: Arguments) => void;
  isRunning: boolean;
  /** Why the last run failed; null while it runs and once one succeeds. */
  error: CallError | null;
}

/** Something a button does: runs once at a time, and keeps what went wrong for the page to show. */
export function useAction<Arguments extends unknown[] = []>(
  act: (...given: Arguments) => Promise<void>,
): Action<Arguments> {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = useHandler((...given: Arguments) => {
    if (isRunning) return;
    setRunning(true);
    setError(null);
    act(...given)
      .catch((thrown: unknown) => setError(toCallError(thrown)))
      .finally(() => setRunning(false));
  });
  return { run, isRunning, error };
}
