import { useRef, useState } from 'react';
import type { DetailValue, ValueChange } from '../../../contract/details';
import { checkEntered } from '../../../domain/fields/entered';
import { sameValues } from '../../../domain/fields/same-values';
import { CallError } from '../call-error';
import { useAction } from '../use-action';
import { type FocusFollowed, useFocusFollowed } from '../use-focus-followed';
import { useHandOn } from '../use-focus-handed-on';
import { isClosed, saveProblem } from './value-words';

/**
 * Writes the values of a field and answers with what it holds then. Rejects with CallError, CONFLICT among them, which
 * says what is there instead of what was seen.
 */
export type SaveValues = (change: ValueChange) => Promise<string[]>;

export interface EditEvents {
  onSave: SaveValues;
  /** With what the field holds by now: what was saved, or what it was found to hold instead of what was seen. */
  onHeld: (values: readonly string[]) => void;
  /** There is nothing more to edit. @param hasFocus whether the focus is in the editor, and goes with it */
  onClose: (hasFocus: boolean) => void;
  /** The site keeps the field from whoever tried, for the reason that is given. The editor stays with what was entered. */
  onClosed: (reason: string) => void;
}

export interface DetailEdit {
  entered: readonly string[];
  enter: (values: readonly string[]) => void;
  clear: () => void;
  /** Whether something was entered that is not saved. */
  isChanged: boolean;
  /** What is wrong with what was entered, or why it could not be saved. */
  problem: string | null;
  /** What the field holds instead of what was seen, where that is to be decided about. */
  present: readonly string[] | null;
  /** Counts the times that the control was asked to take the focus: UI Kit gives it to what appears, and to nothing else. */
  turn: number;
  /** For the handlers of all controls of the editor. */
  focus: FocusFollowed;
  isSaving: boolean;
  save: () => void;
  /** Saves over what the field holds instead of what was seen. */
  overwrite: () => void;
  giveUp: () => void;
}

/** The editing of one field, from what it held when its editor opened until that closes. */
export function useDetailEdit(detail: DetailValue, { onSave, onHeld, onClose, onClosed }: EditEvents): DetailEdit {
  const [seen, setSeen] = useState<readonly string[]>(detail.values);
  const [present, setPresent] = useState<readonly string[] | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const { focus, close } = useFocusOf(onClose);
  const takeFocus = () => setTurn((last) => last + 1);
  const { entered, enter, isStill } = useEntered(detail.values);
  const saving = useAction(async (over: readonly string[]) => {
    const checked = checkEntered(detail, entered);
    setBroken(checked.ok ? null : checked.message);
    if (!checked.ok) {
      takeFocus();
      return;
    }
    // What was seen is no more what is there once something else was found: then the site is asked.
    if (sameValues(checked.values, over) && (over !== seen || present === null)) {
      if (over !== seen) onHeld(over);
      close(true);
      return;
    }
    // Not every browser gives the focus to what the mouse presses.
    focus.onFocus();
    try {
      const held = await onSave({ field: detail.name, type: detail.type, values: checked.values, seen: [...over] });
      onHeld(held);
      setSeen(held);
      setPresent(null);
      if (isStill(entered)) close(focus.isHere());
    } catch (error) {
      // Whoever went on to something else meanwhile is not called back from there.
      if (focus.isHere()) takeFocus();
      setPresent((error instanceof CallError && error.code === 'CONFLICT' && error.present) || null);
      if (error instanceof CallError && isClosed(error)) onClosed(saveProblem(error));
      throw error;
    }
  });
  const refused = saving.error && present === null ? saveProblem(saving.error) : null;
  return {
    entered,
    enter,
    clear: () => {
      enter([]);
      takeFocus();
    },
    isChanged: !sameValues(entered, seen),
    problem: broken ?? refused,
    present,
    turn,
    focus,
    isSaving: saving.isRunning,
    save: () => saving.run(seen),
    overwrite: () => saving.run(present ?? seen),
    giveUp: () => {
      if (present !== null) onHeld(present);
      close(true);
    },
  };
}

/** What is entered, and whether that is still the same: a slow answer can find more than what was sent. */
function useEntered(initial: readonly string[]) {
  const [entered, setEntered] = useState(initial);
  const latest = useRef(entered);
  const enter = (values: readonly string[]) => {
    latest.current = values;
    setEntered(values);
  };
  return { entered, enter, isStill: (values: readonly string[]) => latest.current === values };
}

/** Where the focus goes that is in the editor: with its closing to whoever hears of that, else to the heir of the page. */
function useFocusOf(onClose: EditEvents['onClose']) {
  const focus = useFocusFollowed();
  useHandOn(focus.isHere);
  const close: EditEvents['onClose'] = (hasFocus) => {
    focus.onBlur();
    onClose(hasFocus);
  };
  return { focus, close };
}
