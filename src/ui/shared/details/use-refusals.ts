import { createContext, useRef, useState } from 'react';

/** Why the site keeps fields from this person, by the field: it says nothing of that before somebody tries. */
export interface Refusals {
  of: (field: string) => string | null;
  /** Whether it does by now, also where that is not rendered yet. */
  has: (field: string) => boolean;
  refuse: (field: string, reason: string) => void;
  /** What was tried has come through after all. */
  allow: (field: string) => void;
}

export function useRefusals(): Refusals {
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const latest = useRef(reasons);
  const change = (act: (reasons: Map<string, string>) => void) => {
    const after = new Map(latest.current);
    act(after);
    latest.current = after;
    setReasons(after);
  };
  return {
    of: (field) => reasons.get(field) ?? null,
    has: (field) => latest.current.has(field),
    refuse: (field, reason) => change((all) => all.set(field, reason)),
    allow: (field) => change((all) => all.delete(field)),
  };
}

/** The refusals of a page that shows the same fields of one entity after another; null where each has its own. */
export const RefusalsContext = createContext<Refusals | null>(null);
