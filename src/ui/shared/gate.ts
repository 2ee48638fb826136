/** A way out of a page that waits for an answer. */
export interface Leaving {
  leave: () => void;
  stay: () => void;
  /** Where it leads, as the parts of a path; null for what has no address. */
  to: readonly string[] | null;
}

export type Ask = (leaving: Leaving) => void;

export interface Gate {
  /** From now on `ask` is told instead of the page being left, until what is answered is called. The last to hold is asked. */
  hold: (ask: Ask) => () => void;
  /** Lets go of whoever holds it. */
  open: () => void;
  /** Leaves, at once or when whoever holds the gate says so. */
  pass: (leaving: Leaving) => void;
}

/** Stands between a page and the way out of it. */
export function createGate(): Gate {
  const holders = new Set<Ask>();
  return {
    hold: (ask) => {
      holders.add(ask);
      return () => void holders.delete(ask);
    },
    open: () => holders.clear(),
    pass: (leaving) => {
      const ask = [...holders].at(-1);
      if (ask === undefined) leaving.leave();
      else ask(leaving);
    },
  };
}
