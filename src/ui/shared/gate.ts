/** A way out of a page that waits for an answer. */
export interface Leaving {
  leave: () => void;
  stay: () => void;
  /** Where it leads, as the parts of a path; null for what has no address. */
  to: readonly string[] | null;
}

export type Ask = (leaving: Leaving) => void;

export interface Gate {
  /**
   * From now on `ask` is told instead of the page being left, until what is answered is called. The last to hold is asked.
   * Who lets go unanswered has nothing to lose any more: the way is then taken, unless somebody else holds the gate.
   */
  hold: (ask: Ask) => () => void;
  /** Lets go of whoever holds it. */
  open: () => void;
  /** Leaves, at once or when whoever holds the gate says so. */
  pass: (leaving: Leaving) => void;
}

/** Stands between a page and the way out of it. */
export function createGate(): Gate {
  const holders = new Set<Ask>();
  /** Who has been asked, and what waits for their answer. */
  let waiting: { ask: Ask; leaving: Leaving } | null = null;
  const pass = (leaving: Leaving) => {
    const ask = [...holders].at(-1);
    if (ask === undefined) {
      leaving.leave();
      return;
    }
    const answer = (act: () => void) => () => {
      waiting = null;
      act();
    };
    waiting = { ask, leaving };
    ask({ leave: answer(leaving.leave), stay: answer(leaving.stay), to: leaving.to });
  };
  return {
    hold: (ask) => {
      holders.add(ask);
      return () => {
        holders.delete(ask);
        if (waiting?.ask !== ask) return;
        const { leaving } = waiting;
        waiting = null;
        pass(leaving);
      };
    },
    open: () => {
      holders.clear();
      waiting = null;
    },
    pass,
  };
}
