import React, { useCallback, useContext } from 'react';
import type { Ask } from './gate';
import { joinPath } from './path';
import { HoldContext } from './use-held';

interface Props {
  /** Where an address begins that leads to the same page. */
  path: readonly string[];
  children: React.ReactNode;
}

/** Holds the page for what is inside, except against a way to another part of that page, where it stays as it is. */
export function KeptWithin({ path, children }: Props) {
  const hold = useContext(HoldContext);
  const base = joinPath(path);
  const holdOutside = useCallback(
    (ask: Ask) =>
      hold === null
        ? () => {}
        : hold((leaving) => {
            if (leaving.to !== null && `${joinPath(leaving.to)}/`.startsWith(`${base}/`)) leaving.leave();
            else ask(leaving);
          }),
    [hold, base],
  );
  return <HoldContext.Provider value={holdOutside}>{children}</HoldContext.Provider>;
}
