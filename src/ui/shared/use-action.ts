import { useState } from 'react';
import { type CallError, toCallError } from './call-error';

export interface Action {
  run: () => void;
  isRunning: boolean;
  /** Why the last run failed; null while it runs and once one succeeds. */
  error: CallError | null;
}

/** Something a button does: runs once at a time, and keeps what went wrong for the page to show. */
export function useAction(act: () => Promise<void>): Action {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = () => {
    if (isRunning) return;
    setRunning(true);
    setError(null);
    act()
      .catch((thrown: unknown) => setError(toCallError(thrown)))
      .finally(() => setRunning(false));
  };
  return { run, isRunning, error };
}
