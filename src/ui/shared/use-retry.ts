import { useState } from 'react';
import type { CallError } from './call-error';

export interface Retry {
  run: () => void;
  isRunning: boolean;
}

/** Trying again what has failed. It runs until there is another error: once there is none, nothing shows this one. */
export function useRetry(error: CallError, onRetry: () => void): Retry {
  const [retried, setRetried] = useState<CallError | null>(null);
  const run = () => {
    setRetried(error);
    onRetry();
  };
  return { run, isRunning: retried === error };
}
