import type { DetailFieldType } from '../../../../contract/fields';
import type { CheckSummary, FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn, ImportField, SavedMapping, Target } from '../../../../contract/imports';
import { isReadColumn, isReasonColumn } from '../../../../domain/csv/console-file';
import { type DateOrder, SHORT_YEAR_RULE, guessDateOrder } from '../../../../domain/fields/date';
import { fieldNameProblem } from '../../../../domain/fields/definition';
import { guessFieldType } from '../../../../domain/fields/guess-type';
import { fold } from '../../../../domain/fold';
import { type MatchedColumn, matchColumns, targetAt } from '../../../../domain/import/match-columns';
import { kindOf } from '../../../../domain/kinds';
import { type Place, placeOf } from '../../../../domain/kinds/place';
import { goesTo, ownFields } from '../../../../domain/kinds/related';
import {
  type AssignedValue,
  type JoinedColumns,
  type NumbersWithoutCountry,
  type Proposed,
  type ShortYears,
  assignedValues,
  decimalOf,
  joinedWith,
  numbersWithoutCountry,
  proposedFor,
  shortYearsOf,
} from './column-notation';
import { countOf } from '../../../shared/format';
import { checkSetup } from '../../../../domain/import/check-setup';

export type Action = NonNullable<Target['action']>;

/** A detail field as it could be created for a column. */
export interface FieldProposal {
  name: string;
  type: DetailFieldType;
}

/** One row of the mapping table. */
export interface MappingRow {
  index: number;
  header: string;
  /** The first filled cells of the column, cut to what fits beside the others. */
  sample: string;
  target: Target;
  state: 'matched' | 'not imported' | 'needs a choice';
  /** What is to be done about it, or why it is left; empty when there is nothing to say. */
  note: string;
  /** What the last check found in the column, while it goes where it went then; empty when that is nothing. */
  found: string[];
  /** The field that could be created for a column that nothing matches; null where there is no use for one. */
  proposal: FieldProposal | null;
  /** What the column can do to the values of its field; empty where it can only replace them. */
  actions: readonly Action[];
  /** The field takes dates, so the column needs to say how it writes them. */
  isDate: boolean;
  /** Dates whose year has two digits. */
  shortYears: ShortYears | null;
  /** What stands before its decimals, where that matters; `'open'` until a person says. */
  decimal: '.' | ',' | 'open' | null;
  /** Phone numbers that don't say their country. */
  national: NumbersWithoutCountry | null;
  /** What is changed of its values. */
  proposed: Proposed | null;
  /** Values that a person assigns to yes and no. */
  assigned: readonly AssignedValue[];
  /** The columns that make one value with this one. */
  joined: JoinedColumns | null;
  /** The place was proposed and is to be confirmed, or another chosen. */
  isDoubtful: boolean;
}

const SAMPLE_CHARS = 40;

const cut = (text: string): string => (text.length > SAMPLE_CHARS ? `${text.slice(0, SAMPLE_CHARS - 1)}…` : text);

/** Different values of one column of the file. */
export const valuesOf = (file: FileFacts, index: number): readonly string[] => file.values[index] ?? [];

function sampleOf(file: FileFacts, index: number): string {
  const [first] = valuesOf(file, index);
  return first === undefined ? '' : cut(first.replaceAll(/\s+/g, ' '));
}

/** What the last check found, and the columns that it looked at: a column that was mapped anew since is another object. */
export interface LastCheck {
  columns: readonly ImportColumn[];
  groups: CheckSummary['groups'];
}

const noCheck: LastCheck = { columns: [], groups: [] };

/** "14 rows: Not an option of the field." */
function problemWords(header: string, groups: CheckSummary['groups']): string[] {
  return groups
    .filter(({ column }) => column === header)
    .map(({ rows, message }) => `${countOf(rows, 'row')}: ${message}`);
}

/** Values of rows further down than the file was looked at before it was checked. */
const shortYearsFound = (column: ImportColumn, index: number, { columns, groups }: LastCheck): string[] =>
  groups
    .filter((group) => columns[index] === column && group.message === SHORT_YEAR_RULE)
    .flatMap((group) => (group.column === column.header ? (group.values ?? []) : []))
    .map(({ value }) => value);

/** None for the console's own columns, nor where a field of the name is there already or the name cannot be one. */
function proposalFor(
  header: string,
  file: FileFacts,
  index: number,
  fields: readonly ImportField[],
): FieldProposal | null {
  const name = header.trim();
  const present = ownFields(fields).map((field) => field.name);
  if (whyNot(header, file) !== '' || fieldNameProblem(name, present) !== null) return null;
  return { name, type: guessFieldType(valuesOf(file, index)) };
}

/**
 * The mapping as the table shows it, and what stands in the way of the check as a whole. `fields` are all of the site's.
 * @param leftOut why columns of these headers are left out on purpose
 */
export function mappingOf(
  file: FileFacts,
  setup: ImportSetup,
  fields: readonly ImportField[],
  check: LastCheck = noCheck,
  leftOut: ReadonlyMap<string, string> = new Map(),
): { rows: MappingRow[]; problems: string[] } {
  const found = checkSetup(setup);
  const places = kindOf(setup.kind).places(setup.fields);
  const rows = setup.columns.map((column, index): MappingRow => {
    const { header, target } = column;
    const problem = found.find((one) => one.column === header);
    const place = placeOf(target, places);
    const joined = joinedWith(index, setup, place, file);
    const row = {
      index,
      header,
      sample: sampleOf(file, index),
      target,
      found: check.columns[index] === column ? problemWords(header, check.groups) : [],
      proposal: null,
      actions: place?.actions ?? [],
      // What is cleared is not read.
      isDate: place?.field?.type === 'DATE' && target.action !== 'clear',
      shortYears: shortYearsOf(column, place, [...valuesOf(file, index), ...shortYearsFound(column, index, check)]),
      decimal: decimalOf(column, place, valuesOf(file, index)),
      national: numbersWithoutCountry(column, place, valuesOf(file, index)),
      proposed: joined === null ? proposedFor(column, place, valuesOf(file, index)) : null,
      assigned: assignedValues(column, place, valuesOf(file, index)),
      joined,
      isDoubtful: doubtOf(column) !== undefined,
    };
    if (target.to === 'nothing') {
      return {
        ...row,
        state: 'not imported',
        note: leftOut.get(header) ?? whyNot(header, file),
        proposal: proposalFor(header, file, index, fields),
      };
    }
    const open = doubtOf(column) ?? problem?.message ?? openNotation(row);
    if (open !== undefined) return { ...row, state: 'needs a choice', note: open };
    return { ...row, state: 'matched', note: noteOf(row) };
  });
  return { rows, problems: found.filter(({ column }) => column === null).map(({ message }) => message) };
}

/** Why a place that was proposed is to be looked at; undefined once a person has chosen. */
const doubtOf = (column: MatchedColumn): string | undefined => column.doubt;

/** What a person has to say of how the column writes its values; undefined where nothing is open. */
function openNotation({
  shortYears,
  decimal,
  national,
  assigned,
}: Pick<MappingRow, 'shortYears' | 'decimal' | 'national' | 'assigned'>): string | undefined {
  if (shortYears !== null && shortYears.yearsFrom === undefined)
    return `Choose the century of years with two digits, as in ${shortYears.example}.`;
  if (decimal === 'open') return 'Choose what stands before the decimals in this column.';
  if (national !== null && national.country === undefined)
    return `Choose the country of numbers without a country code, such as ${national.example}.`;
  return assigned.some(({ imported }) => imported === undefined) ? 'Choose what these values mean.' : undefined;
}

function noteOf({ target, joined }: Pick<MappingRow, 'target' | 'joined'>): string {
  if (joined !== null) {
    const others = joined.headers.filter((_, at) => at !== joined.at - 1).map((header) => `“${header}”`);
    return `Part ${joined.at}, with ${others.join(' and ')}.`;
  }
  return target.action === undefined ? '' : actionNotes[target.action];
}

const actionNotes: Record<Action, string> = {
  replace: '',
  add: 'Stored values are kept.',
  clear: 'Clears the values of rows that have any text in the cell.',
};

function whyNot(header: string, { headers }: FileFacts): string {
  if (isReasonColumn(header)) return 'Added by the console: why the row didn’t succeed.';
  return isReadColumn(header, headers) ? 'Exported by the console for you to read.' : '';
}

/** Sends one column elsewhere. A date column gets the order its cells allow, if they allow only one. */
export function remap(
  columns: readonly ImportColumn[],
  index: number,
  target: Target,
  file: FileFacts,
  places: readonly Place[],
): ImportColumn[] {
  const place = placeOf(target, places);
  const there = place === undefined ? target : targetAt(place, valuesOf(file, index));
  return columns.map((column, at) => (at === index ? { ...column, target: there } : column));
}

/** Sends the columns that go nowhere to places that were not there before: fields that were created meanwhile. */
export function matchNewFields(
  columns: ImportColumn[],
  file: FileFacts,
  before: readonly Place[],
  now: readonly Place[],
): ImportColumn[] {
  const added = now.filter(({ target }) => placeOf(target, before) === undefined);
  if (added.length === 0) return columns;
  const matched = matchColumns(file.headers, file.values, added);
  return columns.map((column, index) => {
    const found = matched[index];
    return column.target.to === 'nothing' && found !== undefined ? found : column;
  });
}

/** Takes the place that was proposed for a column as right. */
export function confirmed(columns: readonly MatchedColumn[], index: number): ImportColumn[] {
  return columns.map((column, at) => (at === index ? { header: column.header, target: column.target } : column));
}

/** Says how one column writes its dates. */
export function withDateOrder(columns: readonly ImportColumn[], index: number, dateOrder: DateOrder): ImportColumn[] {
  return columns.map((column, at) => (at === index ? { ...column, target: { ...column.target, dateOrder } } : column));
}

/** Says what one column does to the values of its field. */
export function withAction(columns: readonly ImportColumn[], index: number, action: Action): ImportColumn[] {
  return columns.map((column, at) => (at === index ? { ...column, target: { ...column.target, action } } : column));
}

/** The columns with their dates as the file writes them, where its samples can be read in one order only. */
export function withDatesOf(file: FileFacts, columns: readonly ImportColumn[]): ImportColumn[] {
  return columns.map((column, index) => {
    if (column.target.dateOrder === undefined) return column;
    const dateOrder = guessDateOrder(valuesOf(file, index)) ?? column.target.dateOrder;
    return dateOrder === column.target.dateOrder ? column : { ...column, target: { ...column.target, dateOrder } };
  });
}

/** Sends each column where a saved mapping sends the column of that name; the others stay as they are. */
export function applyMapping(
  columns: readonly ImportColumn[],
  mapping: { columns: readonly ImportColumn[] },
): ImportColumn[] {
  const saved = new Map(mapping.columns.map(({ header, target }) => [fold(header), target]));
  return columns.map((column) => {
    const target = saved.get(fold(column.header));
    return target === undefined ? column : { ...column, target };
  });
}

/** Columns of the file that a saved mapping names. */
export function columnsKnownTo(columns: readonly ImportColumn[], mapping: SavedMapping): number {
  const saved = new Set(mapping.columns.map(({ header }) => fold(header)));
  return columns.filter(({ header }) => saved.has(fold(header))).length;
}

/** True when some cell may hold several values, so that their separator matters. */
export function takesSeveralValues({ kind, columns, fields }: ImportSetup): boolean {
  const places = kindOf(kind).places(fields);
  return columns.some(({ target }) => placeOf(target, places)?.hasSeveral === true);
}

/** The fields that some column goes to: what the plan of the import carries. */
export const mappedFields = (columns: readonly ImportColumn[], fields: readonly ImportField[]): ImportField[] =>
  fields.filter((field) => columns.some((column) => goesTo(column, field)));
