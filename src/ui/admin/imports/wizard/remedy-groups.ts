import type { CheckSummary, ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn, ImportField } from '../../../../contract/imports';
import { hasOptions } from '../../../../domain/fields/definition';
import { fold } from '../../../../domain/fold';
import { Cleaner } from '../../../../domain/import/clean/cleaner';
import { kindOf } from '../../../../domain/kinds';
import type { AssociatedEntity } from '../../../../domain/kinds/cells/association';
import { placeOf } from '../../../../domain/kinds/place';

/** What becomes of the columns as they are when it is done. */
export type MapColumns = (now: readonly ImportColumn[]) => ImportColumn[];

/** What can be done about the cells of one column that break a rule, at once for all its rows. */
export interface RemedyGroup {
  index: number;
  header: string;
  message: string;
  rows: number;
  /** The values that break it, most rows first. */
  values: readonly { value: string; rows: number; meant?: string | undefined }[];
  /** The options to choose from; null where a text is typed. */
  options: readonly string[] | null;
  /** The field that can get new options; null where the column goes to none that has options. */
  field: ImportField | null;
  /** What the values name, which the site does not have by these names; null where they name nothing. */
  names: AssociatedEntity | null;
  /** The rows can be imported without the cell: it names nothing that they need. */
  canSkip: boolean;
}

/** What can be done about a group of problems on the page; null for those of whole rows, which have no remedy there. */
export function remedyGroup(
  { kind, columns, fields }: ImportSetup,
  { column: header, message, rows, values = [], canLeaveCell }: CheckSummary['groups'][number],
): RemedyGroup | null {
  const index = columns.findIndex((column) => column.header === header);
  const column = columns[index];
  const place = column && placeOf(column.target, kindOf(kind).places(fields));
  if (column === undefined || place === undefined || (values.length === 0 && canLeaveCell !== true)) return null;
  const { of } = place;
  const field =
    place.field !== undefined && hasOptions(place.field.type) ? { ...place.field, ...(of && { of }) } : null;
  return {
    ...{ index, header: column.header, message, rows, values, field },
    options: place.field?.type === 'BOOLEAN' ? ['true', 'false'] : (field?.options ?? null),
    names: place.lookup ?? null,
    canSkip: place.identifies !== true && place.isNeeded !== true,
  };
}

/** A remedy that is in force, to be shown and undone. */
export interface Remedy {
  index: number;
  header: string;
  /** Null where cells that break a rule are left out. */
  value: string | null;
  imported: string;
}

/** The remedies in force, column by column. */
export function remediesOf(columns: readonly ImportColumn[]): Remedy[] {
  return columns.flatMap(({ header, target }, index) => [
    ...(target.values ?? []).map(([value, imported]) => ({ index, header, value, imported })),
    ...(target.skipsInvalid === true ? [{ index, header, value: null, imported: '' }] : []),
  ]);
}

/** The columns with other text imported for values of one of them; those without an entry stay as they are. */
export function withImports(
  columns: readonly ImportColumn[],
  index: number,
  imports: ReadonlyMap<string, string>,
): ImportColumn[] {
  return columns.map((column, at) => {
    if (at !== index) return column;
    const folded = new Set([...imports.keys()].map(fold));
    const others = (column.target.values ?? []).filter(([value]) => !folded.has(fold(value)));
    return { ...column, target: { ...column.target, values: [...others, ...imports] } };
  });
}

/** What was typed for values, cleaned as the cells of the file are, so that “null” is nothing; blanks were not typed. */
export function typedImports(
  typed: ReadonlyMap<string, string>,
  { cleaning }: Pick<ImportSetup, 'cleaning'>,
): Map<string, string> {
  const cleaner = new Cleaner(cleaning);
  const given = [...typed].filter(([, text]) => text.trim() !== '');
  return new Map(given.map(([value, text]) => [value, cleaner.clean(text)]));
}

/** The columns with cells of one of them left out where they break a rule. */
export const withSkipping = (columns: readonly ImportColumn[], index: number): ImportColumn[] =>
  columns.map((column, at) =>
    at === index ? { ...column, target: { ...column.target, skipsInvalid: true } } : column,
  );

/** The columns without a remedy. */
export function withoutRemedy(columns: readonly ImportColumn[], { index, value }: Remedy): ImportColumn[] {
  return columns.map((column, at) => {
    if (at !== index) return column;
    const { values = [], skipsInvalid, ...target } = column.target;
    const left = values.filter(([known]) => known !== value);
    return {
      ...column,
      target: {
        ...target,
        ...(left.length > 0 && { values: left }),
        ...(skipsInvalid === true && value !== null && { skipsInvalid }),
      },
    };
  });
}
