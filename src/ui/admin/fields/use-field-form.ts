import { useState } from 'react';
import { fieldNameProblem, hasOptions, optionCountProblem, optionProblems } from '../../../domain/fields/definition';
import { optionTexts } from '../../../domain/fields/option-changes';
import type { OptionRow } from './option-rows';

interface Parts {
  name: string;
  rows: readonly OptionRow[];
  /** The names of the other fields of the same entity. */
  others: readonly string[];
}

/** A field in the making. */
export interface FieldForm {
  name: string;
  setName: (name: string) => void;
  leaveName: () => void;
  /** What is wrong with the name: at once, save that it is too short, which is said once it was left or sent. */
  nameError: string | null;
  nameFocusTurn: number;
  rows: readonly OptionRow[];
  /**
   * Changes the rows as they are by then, not as they were drawn last: an option can be left before the page has been
   * drawn with its last letters.
   */
  changeRows: (change: (rows: readonly OptionRow[]) => readonly OptionRow[]) => void;
  /** What is wrong with each row, in their order. */
  problems: readonly (string | null)[];
  /** The row that takes the focus, and for which time it does. */
  optionFocus: { index: number; turn: number } | null;
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
  const [sent, setSent] = useState<{ turn: number; focus: 'name' | number | null }>({ turn: 0, focus: null });
  const texts = optionTexts(rows);
  const problems = optionProblems(texts);
  const nameProblem = fieldNameProblem(name, initial.others);
  const isUnfinished = name.trim().length < 2;
  return {
    name,
    setName,
    leaveName: () => setNameLeft(true),
    nameError: sent.turn > 0 || isNameLeft || !isUnfinished ? nameProblem : null,
    nameFocusTurn: sent.focus === 'name' ? sent.turn : 0,
    rows,
    changeRows: setRows,
    problems,
    optionFocus: typeof sent.focus === 'number' ? { index: sent.focus, turn: sent.turn } : null,
    isSent: sent.turn > 0,
    optionsFor: (type) => (hasOptions(type) ? texts : []),
    submit: (type) => {
      const wrongOption = hasOptions(type) ? problems.findIndex((problem) => problem !== null) : -1;
      const focus = nameProblem !== null ? 'name' : wrongOption === -1 ? null : wrongOption;
      if (focus !== null) setSent(({ turn }) => ({ turn: turn + 1, focus }));
      return focus === null && (!hasOptions(type) || optionCountProblem(rows.length) === null);
    },
  };
}
