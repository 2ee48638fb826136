import { useState } from 'react';
import { useAfterClick } from './use-after-click';

export interface FieldErrors<K extends string> {
  /** What is wrong with a field, once it was left or the form was sent; null before, and where nothing is. */
  shown: (key: K) => string | null;
  leave: (key: K) => void;
  /** Counts the times that a field was asked to take the focus: see `Field`. */
  focusTurn: (key: K) => number;
  /** True when nothing is wrong. Else every error is shown, and the first field that has one takes the focus. */
  submit: () => boolean;
  /** Begins anew, for a form that stays after it was sent. */
  restart: () => void;
}

/**
 * When the errors of a form are shown: none while a field is still being written for the first time.
 * @param errors what is wrong now, by field
 * @param order the fields as they follow each other on the page
 */
export function useFieldErrors<K extends string>(
  errors: Readonly<Partial<Record<K, string>>>,
  order: readonly K[],
): FieldErrors<K> {
  const [left, setLeft] = useState<ReadonlySet<K>>(new Set());
  const afterClick = useAfterClick();
  const [sent, setSent] = useState<{ times: number; focus: K | null }>({ times: 0, focus: null });
  return {
    shown: (key) => (sent.times > 0 || left.has(key) ? (errors[key] ?? null) : null),
    leave: (key) => afterClick(() => setLeft((before) => new Set([...before, key]))),
    focusTurn: (key) => (sent.focus === key ? sent.times : 0),
    submit: () => {
      const first = order.find((key) => errors[key] !== undefined);
      if (first !== undefined) setSent(({ times }) => ({ times: times + 1, focus: first }));
      return first === undefined;
    },
    restart: () => {
      setLeft(new Set());
      setSent({ times: 0, focus: null });
    },
  };
}
