import { createContext, useContext, useLayoutEffect } from 'react';
import { type FocusFollowed, useFocusFollowed } from './use-focus-followed';

/** Told when a control goes that has the focus. Where nothing is told, the focus is nowhere then. */
export const FocusHeirContext = createContext<() => void>(() => {});

/** Hands the focus on where the controls go that have it, as what was tried again goes once it is there. */
export function useFocusHandedOn(): Omit<FocusFollowed, 'isHere'> {
  const { isHere, ...handlers } = useFocusFollowed();
  useHandOn(isHere);
  return handlers;
}

/** Hands the focus on where what is rendered goes and the focus is there. */
export function useHandOn(isHere: FocusFollowed['isHere']): void {
  const handOn = useContext(FocusHeirContext);
  // Before Jira hears that it goes: it tells then that the focus has left.
  useLayoutEffect(
    () => () => {
      if (isHere()) handOn();
    },
    [isHere, handOn],
  );
}
