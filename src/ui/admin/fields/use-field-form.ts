import { useState } from 'react';
import { fieldNameProblem, hasOptions, optionCountProblem, optionProblems } from '../../../domain/fields/definition';
import { optionTexts } from '../../../domain/fields/option-changes';
import { useAfterClick } from '../../shared/form/use-after-click';
import { type OptionRow, withLeft } from './option-rows';

interface Parts {
  name: string;
  rows: readonly OptionRow[];
  /** The names of the other fields of the same entity. */
  others: readonly string[];
}

/** Stands for the name where the focus is told: no option has this key. */
export const NAME = 'name';

/** A field in the making. */
export interface FieldForm {
  name: string;
  setName: (name: string) => void;
  leaveName: () => void;
  leaveOption: (key: string) => void;
  /** What is wrong with the name: at once, save that it is too short, which is said once it was left or sent. */
  nameError: string | null;
  rows: readonly OptionRow[];
  /**
   * Changes the rows as they are by then, not as they were drawn last: an option can be left before the page has been
   * drawn with its last letters.
   */
  changeRows: (change: (rows: readonly OptionRow[]) => readonly OptionRow[]) => void;
  /** What is wrong with each row, in their order. */
  problems: readonly (string | null)[];
  /** What takes the focus: the name, or an option by its key; and for which time the form moves it. */
  focus: { on: string | null; turn: number };
  focusOption: (key: string) => void;
  /** Once the form was sent, what is wrong is said of rows that were not left yet, too. */
  isSent: boolean;
  /** The options as they are sent; none for a type that has none. */
  optionsFor: (type: string) => string[];
  /** True when nothing is wrong; else all that is wrong is shown, and the first of it takes the focus. */
  submit: (type: string) => boolean;
}

/** The name and the options that are written, with the rules that they break. */
export function useFieldForm(initial: Parts): FieldForm {
  const [name, setName] = useState(initial.name);
  const [rows, setRows] = useState<readonly OptionRow[]>(initial.rows);
  const [isNameLeft, setNameLeft] = useState(initial.name !== '');
  const afterClick = useAfterClick();
  const [isSent, setSent] = useState(false);
  const [focus, setFocus] = useState<FieldForm['focus']>({ on: null, turn: 0 });
  const moveFocus = (on: string) => setFocus(({ turn }) => ({ on, turn: turn + 1 }));
  const texts = optionTexts(rows);
  const problems = optionProblems(texts);
  const nameProblem = fieldNameProblem(name, initial.others);
  const isUnfinished = name.trim().length < 2;
  return {
    name,
    setName,
    leaveName: () => afterClick(() => setNameLeft(true)),
    leaveOption: (key) => afterClick(() => setRows((now) => withLeft(now, key))),
    nameError: isSent || isNameLeft || !isUnfinished ? nameProblem : null,
    rows,
    changeRows: setRows,
    problems,
    focus,
    focusOption: moveFocus,
    isSent,
    optionsFor: (type) => (hasOptions(type) ? texts : []),
    submit: (type) => {
      const wrongOption = hasOptions(type) ? rows.find((_, index) => problems[index] !== null) : undefined;
      const wrong = nameProblem !== null ? NAME : wrongOption?.key;
      if (wrong === undefined) return !hasOptions(type) || optionCountProblem(rows.length) === null;
      setSent(true);
      moveFocus(wrong);
      return false;
    },
  };
}
