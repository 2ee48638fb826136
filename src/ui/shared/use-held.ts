import { createContext, useContext, useEffect, useState } from 'react';
import type { Gate, Leaving } from './gate';

/** The way out of what is shown: of a page of the console, of a person on an issue. Null where nothing leads out. */
export const HoldContext = createContext<Gate['hold'] | null>(null);

/** The way out of the page that someone has taken while it holds something that would be lost; null while nobody has. */
export function useHeld(isHeld: boolean): Leaving | null {
  const hold = useContext(HoldContext);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  useEffect(() => {
    if (!isHeld || hold === null) return undefined;
    const release = hold(({ leave, stay, to }) => {
      const answer = (act: () => void) => () => {
        setLeaving(null);
        act();
      };
      setLeaving({ leave: answer(leave), stay: answer(stay), to });
    });
    return () => {
      setLeaving(null);
      release();
    };
  }, [hold, isHeld]);
  return leaving;
}
