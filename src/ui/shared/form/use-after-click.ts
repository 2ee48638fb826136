import { useCallback, useEffect, useRef } from 'react';

/** Longer than people hold the button of the mouse for a click, also those who press slowly or on a busy machine. */
const CLICK_MS = 700;

/**
 * Puts off what leaving a field does to the page until a click that left it has ended. The pressed button takes the focus
 * from the field; if an error appeared at once above it, the button would move from under the pointer, and the click
 * would be lost.
 */
export function useAfterClick(): (act: () => void) => void {
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const waiting = timers.current;
    return () => waiting.forEach(clearTimeout);
  }, []);
  return useCallback((act) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      act();
    }, CLICK_MS);
    timers.current.add(timer);
  }, []);
}
