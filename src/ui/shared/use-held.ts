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
    let asked: Leaving | null = null;
    const ask = (next: Leaving | null) => {
      asked = next;
      setLeaving(next);
    };
    const release = hold(({ leave, stay, to }) => {
      const answer = (act: () => void) => () => {
        ask(null);
        act();
      };
      ask({ leave: answer(leave), stay: answer(stay), to });
    });
    return () => {
      release();
      // Nothing is lost by leaving any more, and nobody has said to: the page stays where it is.
      asked?.stay();
    };
  }, [hold, isHeld]);
  return leaving;
}
