import { useContext, useState } from 'react';
import { type Refusals, RefusalsContext, useRefusals } from './use-refusals';

interface State {
  /** The field whose pencil took the focus when an editor closed last. */
  focused: string | undefined;
  /** How many editors have closed. */
  turn: number;
}

export interface Pencils {
  refusals: Refusals;
  /** More than nothing for the pencil that takes the focus, and another number each time that it does. */
  focusTurnOf: (field: string) => number;
  /**
   * The editor of the field has closed: where it had the focus, its pencil takes it, or where it has none the next one that
   * there is.
   */
  close: (field: string, hadFocus: boolean) => void;
}

/** The pencils of a list of fields, in its order: who has one, and which of them has the focus after an editor has closed. */
export function usePencils(fields: readonly string[], isReadOnly: (field: string) => boolean): Pencils {
  const [{ focused, turn }, setState] = useState<State>({ focused: undefined, turn: 0 });
  const own = useRefusals();
  const refusals = useContext(RefusalsContext) ?? own;
  const hasPencil = (field: string) => !isReadOnly(field) && !refusals.has(field);
  return {
    refusals,
    focusTurnOf: (field) => (focused === field ? turn : 0),
    close: (field, hadFocus) => {
      const next = hadFocus ? fromThere(fields, field).find(hasPencil) : undefined;
      setState((before) => ({ focused: next, turn: before.turn + 1 }));
    },
  };
}

/** The fields from one of them on, then those above it, the nearest first. */
function fromThere(fields: readonly string[], field: string): string[] {
  const at = fields.indexOf(field);
  return [...fields.slice(at), ...fields.slice(0, at).reverse()];
}
