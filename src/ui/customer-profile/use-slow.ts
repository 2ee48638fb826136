import { useEffect, useState } from 'react';

/** After this many milliseconds people wonder whether anything happens at all. */
const SLOW_MS = 4_000;

/** Whether something has been awaited for so long that it should be said. */
export function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isWaiting]);
  return isWaiting && isSlow;
}
