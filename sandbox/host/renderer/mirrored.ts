import React from 'react';

/**
 * The value of a controlled input while the app is still answering. The app sees a change only after it has crossed
 * the bridge; without its own copy an input would jump back to the old value between two keystrokes.
 */
export function useMirrored<T>(value: T | undefined): [T | undefined, (next: T) => void] {
  const [shown, show] = React.useState(value);
  const sent = React.useRef<T[]>([]);
  React.useEffect(() => {
    const echo = sent.current.findIndex((earlier) => Object.is(earlier, value));
    if (echo >= 0) sent.current.splice(0, echo + 1);
    else sent.current = [];
    if (sent.current.length === 0) show(value);
  }, [value]);
  const change = React.useCallback((next: T) => {
    sent.current.push(next);
    show(next);
  }, []);
  return [value === undefined ? undefined : shown, change];
}
