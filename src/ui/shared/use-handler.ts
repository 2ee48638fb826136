import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A handler that stays the same and runs what was rendered last. A product keeps calling the handler that it was given
 * until it learns of the next one, some tens of milliseconds later: whoever types and presses Enter at once would else
 * send what stood there before the last letters.
 */
export function useHandler<Arguments extends unknown[]>(act: (...given: Arguments) => void): typeof act {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
