import type { DirectoryRecord, DirectorySort, Place, Stretch } from '../../contract/directory';
import { fold } from '../fold';
import { holderCell, rowIdOf } from './entitlement-list';
import { cellsOf } from './values';

/** Where a record stands in the order of names: those of one name go by their ids. */
export type NameKey = readonly [name: string, id: string];

export const nameKeyOf = ({ name, id }: { name: string; id: string }): NameKey => [fold(name), id];

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareNames = (a: NameKey, b: NameKey): number => compareTexts(a[0], b[0]) || compareTexts(a[1], b[1]);

/** The order in which the directory is stored. */
export const byName: DirectorySort = { column: 'name', isDescending: false };

export const isByName = ({ column, isDescending }: DirectorySort): boolean => column === 'name' && !isDescending;

const numeric = /^-?\d{1,15}(?:\.\d+)?$/;

/** What a place is compared by. */
interface Keyed {
  name: NameKey;
  number: number | null;
  text: string;
}

export const placeOf = (record: DirectoryRecord, column: string, today: string): Place => [
  (column === 'name' ? holderCell(record) : cellsOf(record, column, today)[0]) ?? '',
  record.name,
  rowIdOf(record),
];

function keyOf([cell, name, id]: Place, column: string): Keyed {
  // The order of names is that of the parts, which goes by texts alone.
  const number = column !== 'name' && numeric.test(cell) ? Number(cell) : null;
  return { name: nameKeyOf({ name, id }), number, text: fold(cell) };
}

/** Numbers by their size and before texts. */
function compareCells(a: Keyed, b: Keyed): number {
  if (a.number !== null && b.number !== null) return a.number - b.number;
  if (a.number === null && b.number === null) return compareTexts(a.text, b.text);
  return a.number === null ? 1 : -1;
}

/** Those whose cell is empty come last, either way, and those with the same go by name. */
function comparing({ isDescending }: DirectorySort): (a: Keyed, b: Keyed) => number {
  const direction = isDescending ? -1 : 1;
  return (a, b) => {
    if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1;
    return direction * compareCells(a, b) || compareNames(a.name, b.name);
  };
}

/** Things in an order, by the places that they have in it. */
export function inOrder<T>(things: readonly T[], placeIn: (thing: T) => Place, sort: DirectorySort): T[] {
  const compare = comparing(sort);
  return things
    .map((thing) => ({ thing, key: keyOf(placeIn(thing), sort.column) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ thing }) => thing);
}

export const sorted = (records: readonly DirectoryRecord[], sort: DirectorySort, today: string): DirectoryRecord[] =>
  inOrder(records, (record) => placeOf(record, sort.column, today), sort);

/** Tells of places whether they are before a stretch of the order, in it, or behind. */
export function locator({ after, upTo }: Stretch, sort: DirectorySort): (place: Place) => 'before' | 'in' | 'behind' {
  const compare = comparing(sort);
  const [first, last] = [after, upTo].map((place) => place && keyOf(place, sort.column));
  return (place) => {
    const key = keyOf(place, sort.column);
    if (first && compare(key, first) <= 0) return 'before';
    return last && compare(key, last) > 0 ? 'behind' : 'in';
  };
}
