import { useRef } from 'react';

interface Latest<T> {
  read: () => T;
  write: (value: T) => void;
}

/**
 * What was typed last, for what Enter sends: the key can arrive before the page has been drawn with the last letters,
 * and then calls the handler that knows only those before.
 */
export function useLatest<T>(initial: T): Latest<T> {
  const value = useRef(initial);
  return {
    read: () => value.current,
    write: (next) => {
      value.current = next;
    },
  };
}
