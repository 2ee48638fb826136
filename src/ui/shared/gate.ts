/** A way out of a page that waits for an answer. */
export interface Leaving {
  leave: () => void;
  stay: () => void;
}

export type Ask = (leaving: Leaving) => void;

export interface Gate {
  /** From now on `ask` is told instead of the page being left; null opens the gate again. */
  hold: (ask: Ask | null) => void;
  /** Leaves, at once or when whoever holds the gate says so. */
  pass: (leaving: Leaving) => void;
}

/** Stands between a page and the way out of it. */
export function createGate(): Gate {
  let held: Ask | null = null;
  return {
    hold: (ask) => {
      held = ask;
    },
    pass: (leaving) => {
      if (held === null) leaving.leave();
      else held(leaving);
    },
  };
}
