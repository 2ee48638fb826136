import type { DirectoryRecord, DirectorySort } from '../../contract/directory';
import { fold } from '../fold';
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

interface Keyed {
  record: DirectoryRecord;
  name: NameKey;
  number: number | null;
  text: string;
}

function keyed(record: DirectoryRecord, column: string, today: string): Keyed {
  const [cell = ''] = cellsOf(record, column, today);
  // The order of names is that of the parts, which goes by texts alone.
  const number = column !== 'name' && numeric.test(cell) ? Number(cell) : null;
  return { record, name: nameKeyOf(record), number, text: fold(cell) };
}

/** Numbers by their size and before texts. */
function compareCells(a: Keyed, b: Keyed): number {
  if (a.number !== null && b.number !== null) return a.number - b.number;
  if (a.number === null && b.number === null) return compareTexts(a.text, b.text);
  return a.number === null ? 1 : -1;
}

/** Records in an order: those whose cell is empty last, either way, and those with the same by name. */
export function sorted(records: readonly DirectoryRecord[], sort: DirectorySort, today: string): DirectoryRecord[] {
  const direction = sort.isDescending ? -1 : 1;
  const compare = (a: Keyed, b: Keyed): number => {
    if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1;
    return direction * compareCells(a, b) || compareNames(a.name, b.name);
  };
  return records
    .map((record) => keyed(record, sort.column, today))
    .sort(compare)
    .map(({ record }) => record);
}
