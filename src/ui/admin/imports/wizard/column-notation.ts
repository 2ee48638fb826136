import type { FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn, Target } from '../../../../contract/imports';
import { checkBoolean } from '../../../../domain/fields/boolean';
import { type DateOrder, hasShortYear, isDateIn } from '../../../../domain/fields/date';
import { lacksScheme } from '../../../../domain/fields/formats';
import { guessCurrency, guessDecimal } from '../../../../domain/fields/number';
import { turnedRound } from '../../../../domain/fields/person-name';
import { saysCountry } from '../../../../domain/fields/phone';
import type { YearsFrom } from '../../../../domain/fields/short-years';
import { fold } from '../../../../domain/fold';
import { joined, separatorsOf, together } from '../../../../domain/kinds/columns';
import { type Place, placeKey } from '../../../../domain/kinds/place';

/** Values that a person can be asked about one by one. */
const MOST_ASSIGNED = 6;

/** The decimals of a column: `'open'` where a person has to say what stands before them, null where nobody is asked. */
export function decimalOf(
  { target }: ImportColumn,
  place: Place | undefined,
  values: readonly string[],
): '.' | ',' | 'open' | null {
  if (place?.field?.type !== 'NUMBER' || target.action === 'clear') return null;
  const guessed = guessDecimal(values);
  if (target.decimal !== undefined) return target.decimal;
  return guessed === undefined ? null : 'open';
}

/** Dates of a column whose year has two digits: the first of them, and how they are read so far. */
export interface ShortYears {
  /** Empty where the choice is of an earlier file or of rows further down. */
  example: string;
  order: DateOrder | undefined;
  yearsFrom: YearsFrom | undefined;
}

/** Null where all years are written in full, or nothing is read. */
export function shortYearsOf(
  { target }: ImportColumn,
  place: Place | undefined,
  values: readonly string[],
): ShortYears | null {
  if (place?.field?.type !== 'DATE' || target.action === 'clear') return null;
  const { dateOrder: order, yearsFrom } = target;
  const example = values.find((value) => hasShortYear(value) && (order === undefined || isDateIn(value, order)));
  if (example === undefined && yearsFrom === undefined) return null;
  return { example: example?.trim() ?? '', order, yearsFrom };
}

/** Numbers of a column that don't say their country: the first of them, and what is chosen for it so far. */
export interface NumbersWithoutCountry {
  example: string;
  country: string | undefined;
}

/** Null where all numbers say their country, or nothing is read. */
export function numbersWithoutCountry(
  { target }: ImportColumn,
  place: Place | undefined,
  values: readonly string[],
): NumbersWithoutCountry | null {
  if (place?.field?.type !== 'PHONE' || target.action === 'clear') return null;
  const example = values.find((value) => /\d{3}/.test(value.replaceAll(/\D/g, '')) && !saysCountry(value));
  return example === undefined ? null : { example, country: target.country };
}

/** What is changed of the values of a column, with a value that it is for. */
export interface Proposed {
  part: 'scheme' | 'currency' | 'nameOrder';
  example: string;
  isOn: boolean;
}

/** What the values of a column suggest, to be switched off where it is wrong; null where they suggest nothing. */
export function proposedFor(
  { target }: ImportColumn,
  place: Place | undefined,
  values: readonly string[],
): Proposed | null {
  if (place === undefined || target.action === 'clear') return null;
  if (place.target.to === 'displayName') {
    const example = values.find((value) => turnedRound(value) !== null);
    return example === undefined ? null : { part: 'nameOrder', example, isOn: target.nameOrder !== undefined };
  }
  if (place.field?.type === 'URL') {
    const example = values.find(lacksScheme);
    return example === undefined ? null : { part: 'scheme', example, isOn: target.scheme !== undefined };
  }
  if (place.field?.type !== 'NUMBER') return null;
  const currency = guessCurrency(values);
  return currency === undefined ? null : { part: 'currency', example: currency, isOn: target.currency !== undefined };
}

/** A value of a yes-or-no column that is neither in any language, and what is imported for it so far. */
export interface AssignedValue {
  value: string;
  imported: string | undefined;
}

/** The values of a yes-or-no column that a person has to assign; empty where some are known, or far too many are not. */
export function assignedValues(
  { target }: ImportColumn,
  place: Place | undefined,
  values: readonly string[],
): AssignedValue[] {
  if (place?.field?.type !== 'BOOLEAN' || target.action === 'clear') return [];
  const unknown = values.filter((value) => !checkBoolean(value).ok);
  // Among values that are known, one that is not is a problem of its row.
  if (unknown.length > MOST_ASSIGNED || unknown.length < values.length) return [];
  const imported = new Map(target.values?.map(([value, by]) => [fold(value), by]));
  return unknown.map((value) => ({ value, imported: imported.get(fold(value)) }));
}

/** What several columns make together, of the first rows of the file. */
export interface JoinedColumns {
  headers: string[];
  example: string;
  /** The place of this column among them, from 1. */
  at: number;
}

/** The columns that make one value with this one; null where it makes its own. */
export function joinedWith(
  index: number,
  { columns }: Pick<ImportSetup, 'columns'>,
  place: Place | undefined,
  file: FileFacts,
): JoinedColumns | null {
  if (place?.joinedBy === undefined) return null;
  const same = together(columns).find((some) => some.some((one) => one.index === index)) ?? [];
  if (same.length < 2) return null;
  const row = file.sample.find((cells) => same.every((one) => (cells[one.index] ?? '') !== '')) ?? file.sample[0] ?? [];
  return {
    headers: same.map(({ header }) => header),
    example: joined(
      same.map((one) => row[one.index] ?? ''),
      separatorsOf(same, place),
    ),
    at: same.findIndex((one) => one.index === index) + 1,
  };
}

/** Puts one column before the others that it makes a value with. */
export function withFirst(columns: readonly ImportColumn[], index: number, separator: string): ImportColumn[] {
  const chosen = columns[index];
  if (chosen === undefined) return [...columns];
  const key = placeKey(chosen.target);
  let next = 2;
  return columns.map((column, at) => {
    if (placeKey(column.target) !== key) return column;
    const join = { separator: column.target.join?.separator ?? separator, at: at === index ? 1 : next };
    if (at !== index) next += 1;
    return { ...column, target: { ...column.target, join } };
  });
}

/** Says what stands before the decimals in a column. */
export function withDecimal(columns: readonly ImportColumn[], index: number, decimal: '.' | ','): ImportColumn[] {
  return columns.map((column, at) => (at === index ? { ...column, target: { ...column.target, decimal } } : column));
}

/** Says of which country the numbers of a column are that don't say it; `none` leaves them as they are. */
export function withCountry(columns: readonly ImportColumn[], index: number, country: string): ImportColumn[] {
  return columns.map((column, at) => (at === index ? { ...column, target: { ...column.target, country } } : column));
}

const partOf: Record<Proposed['part'], (example: string) => Pick<Target, Proposed['part']>> = {
  scheme: () => ({ scheme: 'https' }),
  currency: (currency) => ({ currency }),
  nameOrder: () => ({ nameOrder: 'last-first' }),
};

/** Says of which hundred years the years of a column are that have two digits. */
export function withYears(columns: readonly ImportColumn[], index: number, yearsFrom: YearsFrom): ImportColumn[] {
  return columns.map((column, at) => (at === index ? { ...column, target: { ...column.target, yearsFrom } } : column));
}

/** Takes up what the values of a column suggest, or leaves it. */
export function withProposed(
  columns: readonly ImportColumn[],
  index: number,
  { part, example, isOn }: Proposed,
): ImportColumn[] {
  return columns.map((column, at) => {
    if (at !== index) return column;
    const { scheme: _, currency: __, nameOrder: ___, ...target } = column.target;
    return { ...column, target: isOn ? { ...target, ...partOf[part](example) } : target };
  });
}
