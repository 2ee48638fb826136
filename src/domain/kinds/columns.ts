import type { ImportColumn, ImportPlan, Target } from '../../contract/imports';
import { fold } from '../fold';
import { type AmbiguousNames, type CellReader, type Place, type ReadPlace, placeKey, placeOf } from './place';

/** The columns of a file that make one value, and how that is read. */
interface CompiledColumn<Payload> {
  /** The header of the first of them. */
  header: string;
  text: (cells: readonly string[]) => string;
  read: CellReader<Payload>;
}

export interface Column extends ImportColumn {
  index: number;
}

/** Columns that go to the same place, in the order in which they stand in its value; those that go nowhere are left out. */
export function together(columns: readonly ImportColumn[]): Column[][] {
  const byPlace = new Map<string, Column[]>();
  for (const [index, column] of columns.entries()) {
    if (column.target.to === 'nothing') continue;
    const key = placeKey(column.target);
    byPlace.set(key, [...(byPlace.get(key) ?? []), { ...column, index }]);
  }
  const orderOf = ({ index, target: { join } }: Column): number => join?.at ?? index + 1;
  return [...byPlace.values()].map((same) => same.sort((a, b) => orderOf(a) - orderOf(b) || a.index - b.index));
}

/** The value that several columns make: what they hold one after the other, without those that are empty. */
export function joined(parts: readonly string[], separators: readonly string[]): string {
  let text = '';
  for (const [at, part] of parts.entries()) {
    if (part.trim() === '') continue;
    text = text === '' ? part.trim() : `${text}${separators[at] ?? ' '}${part.trim()}`;
  }
  return text;
}

/** What stands between the parts of a value that several columns make. */
export const separatorsOf = (columns: readonly Column[], place: Place | undefined): string[] =>
  columns.map(({ target: { join } }) => join?.separator ?? place?.joinedBy ?? ' ');

/** The columns that make one value, and what stands in them of a row, before any remedy. */
interface ColumnTexts<P extends Place> {
  /** Of the first of them. */
  header: string;
  target: Target;
  place: P | undefined;
  text: (cells: readonly string[]) => string;
}

/** What the cells of a row hold for each place, one after the other. Columns that go nowhere are left out. */
export function columnTexts<P extends Place>(
  places: readonly P[],
  plan: Pick<ImportPlan, 'columns' | 'options'>,
): ColumnTexts<P>[] {
  return together(plan.columns).flatMap((columns): ColumnTexts<P>[] => {
    const [first] = columns;
    if (first === undefined) return [];
    const { header, target, index } = first;
    const place = placeOf(target, places);
    const separators = separatorsOf(columns, place);
    const text =
      columns.length === 1
        ? (cells: readonly string[]) => cells[index] ?? ''
        : (cells: readonly string[]) =>
            joined(
              columns.map((column) => cells[column.index] ?? ''),
              separators,
            );
    return [{ header, target, place, text }];
  });
}

/** Makes of the columns of a plan what reads the cells of a row, each value once. */
export function compileColumns<Payload>(
  places: readonly ReadPlace<Payload>[],
  plan: ImportPlan,
  ambiguous: AmbiguousNames | undefined,
): CompiledColumn<Payload>[] {
  return columnTexts(places, plan).map(({ header, target, place, text }) => {
    const message = `Your site has no ${target.field === undefined ? 'place' : 'detail field'} "${target.field ?? target.to}". Map the column again.`;
    const read = place?.reader({ plan, target, ambiguous }) ?? ((raw: string) => ({ value: raw, message }));
    return { header, text, read: withRemedies(filledOnly(read, target), target, piecesOf(place, plan)) };
  });
}

/** Reads no empty cell of a column that is written only where there is nothing: it would clear what there is. */
function filledOnly<Payload>(read: CellReader<Payload>, { write }: Target): CellReader<Payload> {
  return write === undefined ? read : (raw, payload) => (raw.trim() === '' ? null : read(raw, payload));
}

/** What separates the values of a cell that can have several; null where it has one. Options are told by any sign. */
export function piecesOf(place: Place | undefined, { options }: Pick<ImportPlan, 'options'>): RegExp | string | null {
  if (place?.hasSeveral !== true) return null;
  return place.field === undefined ? options.valueSeparator : /[;|,\n]/;
}

/** Reads what is imported for a cell, where its column says so, and leaves out what breaks a rule, where it says that. */
function withRemedies<Payload>(
  read: CellReader<Payload>,
  { values, skipsInvalid }: Target,
  pieces: RegExp | string | null,
): CellReader<Payload> {
  const replace = values === undefined ? null : replacer(values, pieces);
  // A cell that is right as it is stays so, whatever is put for others.
  const replaced: CellReader<Payload> =
    replace === null ? read : (raw, payload) => (read(raw, payload) === null ? null : read(replace(raw), payload));
  if (skipsInvalid !== true) return replaced;
  return (raw, payload) => {
    replaced(raw, payload);
    return null;
  };
}

/** Turns a cell into what is imported for it: as a whole, or each of its several values. */
export function replacer(
  values: readonly (readonly [value: string, imported: string])[],
  pieces: RegExp | string | null,
): (raw: string) => string {
  const imported = new Map(values.map(([value, by]) => [fold(value), by]));
  return (raw) => {
    const whole = imported.get(fold(raw));
    if (whole !== undefined || pieces === null) return whole ?? raw;
    const all = raw.split(pieces);
    if (!all.some((piece) => imported.has(fold(piece)))) return raw;
    const separator = typeof pieces === 'string' ? pieces : ',';
    return all
      .map((piece) => imported.get(fold(piece)) ?? piece)
      .filter((piece) => piece.trim() !== '')
      .join(separator);
  };
}
