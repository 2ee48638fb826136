import { useState } from 'react';
import { PAGE_SIZE } from '../../shared/Pages';
import { newRow, type OptionRow, withMoved, withoutRow } from './option-rows';
import type { FieldForm } from './use-field-form';

interface OptionList {
  /** From 0; it follows the option that takes the focus. */
  page: number;
  setPage: (page: number) => void;
  /** The options of the page, and how many there are before them. */
  shown: readonly OptionRow[];
  first: number;
  add: () => void;
  /** Goes on to the option after the given one, which is begun if there is none. */
  next: (index: number) => void;
  move: (index: number, by: -1 | 1) => void;
  remove: (index: number) => void;
}

const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE);

/** The options of a field page by page. What is done to one leaves the focus among them, wherever its button has gone. */
export function useOptionList({ rows, changeRows, focus, focusOption }: FieldForm): OptionList {
  const [wanted, setPage] = useState(0);
  const [followed, setFollowed] = useState(0);
  if (focus.turn !== followed) {
    setFollowed(focus.turn);
    const index = rows.findIndex(({ key }) => key === focus.on);
    if (index !== -1) setPage(pageOf(index));
  }
  const page = Math.min(wanted, pageOf(Math.max(0, rows.length - 1)));
  const first = page * PAGE_SIZE;
  const add = () => {
    const row = newRow('');
    changeRows((now) => [...now, row]);
    focusOption(row.key);
  };
  return {
    page,
    setPage,
    shown: rows.slice(first, first + PAGE_SIZE),
    first,
    add,
    next: (index) => {
      const following = rows[index + 1];
      if (following !== undefined) focusOption(following.key);
      else if (rows[index]?.text.trim() !== '') add();
    },
    move: (index, by) => {
      const row = rows[index];
      if (row === undefined) return;
      changeRows((now) => withMoved(now, row.key, by));
      const place = index + by;
      const isAtEnd = place === 0 || place === rows.length - 1;
      if (isAtEnd || pageOf(place) !== page) focusOption(row.key);
    },
    remove: (index) => {
      const row = rows[index];
      const neighbour = rows[index + 1] ?? rows[index - 1];
      if (row === undefined) return;
      changeRows((now) => withoutRow(now, row.key));
      if (neighbour !== undefined) focusOption(neighbour.key);
    },
  };
}
