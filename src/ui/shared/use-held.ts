import { useEffect, useState } from 'react';
import type { Leaving } from './gate';
import { useNavigation } from './navigation';

/** The way out of the page that someone has taken while it holds something that would be lost; null while nobody has. */
export function useHeld(isHeld: boolean): Leaving | null {
  const { hold } = useNavigation();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  useEffect(() => {
    if (!isHeld) return undefined;
    hold(({ leave, stay }) =>
      setLeaving({
        leave,
        stay: () => {
          setLeaving(null);
          stay();
        },
      }),
    );
    return () => {
      hold(null);
      setLeaving(null);
    };
  }, [hold, isHeld]);
  return leaving;
}
