import { useState } from 'react';

interface State {
  /** Why the site keeps fields from this person, by the field: it says nothing of that before somebody tries. */
  refusals: ReadonlyMap<string, string>;
  /** The field whose pencil took the focus when an editor closed last. */
  focused: string | undefined;
  /** How many editors have closed. */
  turn: number;
}

export interface Pencils {
  refusalOf: (field: string) => string | null;
  /** More than nothing for the pencil that takes the focus, and another number each time that it does. */
  focusTurnOf: (field: string) => number;
  refuse: (field: string, reason: string) => void;
  /** What was tried has come through after all. */
  allow: (field: string) => void;
  /**
   * The editor of the field has closed: where it had the focus, its pencil takes it, or where it has none the next one that
   * there is.
   */
  close: (field: string, hadFocus: boolean) => void;
}

/** The pencils of a list of fields, in its order: who has one, and which of them has the focus after an editor has closed. */
export function usePencils(fields: readonly string[], isReadOnly: (field: string) => boolean): Pencils {
  const [{ refusals, focused, turn }, setState] = useState<State>({ refusals: new Map(), focused: undefined, turn: 0 });
  const setRefusals = (change: (refusals: Map<string, string>) => void) =>
    setState((before) => {
      const after = new Map(before.refusals);
      change(after);
      return { ...before, refusals: after };
    });
  return {
    refusalOf: (field) => refusals.get(field) ?? null,
    focusTurnOf: (field) => (focused === field ? turn : 0),
    refuse: (field, reason) => setRefusals((all) => all.set(field, reason)),
    allow: (field) => setRefusals((all) => all.delete(field)),
    close: (field, hadFocus) =>
      setState((before) => ({
        ...before,
        focused: hadFocus
          ? fromThere(fields, field).find((each) => !isReadOnly(each) && !before.refusals.has(each))
          : undefined,
        turn: before.turn + 1,
      })),
  };
}

/** The fields from one of them on, then those above it, the nearest first. */
function fromThere(fields: readonly string[], field: string): string[] {
  const at = fields.indexOf(field);
  return [...fields.slice(at), ...fields.slice(0, at).reverse()];
}
