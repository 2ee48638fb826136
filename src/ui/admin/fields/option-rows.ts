import { readOptions } from '../../../domain/fields/definition';
import type { OptionDraft } from '../../../domain/fields/option-changes';
import { moved } from '../../../domain/moved';

/** An option as it stands in the editor. */
export interface OptionRow extends OptionDraft {
  /** Stays the same while the row is written in and moved. */
  key: string;
  /** Whether the person has left it, so that what is wrong with it can be said. */
  isLeft: boolean;
}

export const rowsOf = (options: readonly string[]): OptionRow[] =>
  options.map((option) => ({ key: `was-${option}`, was: option, text: option, isLeft: false }));

/** A new option. What is wrong with one that comes with its text can be said at once. */
export const newRow = (text: string): OptionRow => ({
  key: `new-${crypto.randomUUID()}`,
  was: null,
  text,
  isLeft: text !== '',
});

export const withText = (rows: readonly OptionRow[], key: string, text: string): OptionRow[] =>
  rows.map((row) => (row.key === key ? { ...row, text } : row));

export const withLeft = (rows: readonly OptionRow[], key: string): OptionRow[] =>
  rows.map((row) => (row.key === key && !row.isLeft ? { ...row, isLeft: true } : row));

export const withoutRow = (rows: readonly OptionRow[], key: string): OptionRow[] =>
  rows.filter((row) => row.key !== key);

export const withMoved = (rows: readonly OptionRow[], key: string, by: -1 | 1): OptionRow[] =>
  moved(rows, (row) => row.key === key, by);

/** With what a pasted text holds and the list does not: pasting it once more adds nothing. */
export const withPasted = (rows: readonly OptionRow[], pasted: string): OptionRow[] => [
  ...rows,
  ...readOptions(
    pasted,
    rows.map(({ text }) => text),
  ).added.map(newRow),
];

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export const sorted = (rows: readonly OptionRow[]): OptionRow[] =>
  [...rows].sort((a, b) => collator.compare(a.text, b.text));
