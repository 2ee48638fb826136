import type { ImportSetup } from '../../../contract/file-frame';
import { MAX_ROWS, type ImportPlan } from '../../../contract/imports';
import { checkSetup } from '../../import/check-setup';
import { Cleaner } from '../../import/clean/cleaner';
import { FirstKeys, type FirstRows, LaterRows } from '../../import/identity-table';
import { kindOf } from '../../kinds';
import type { ImportKind } from '../../kinds/kind';
import { placeOf } from '../../kinds/place';
import { goesTo } from '../../kinds/related';
import { isWorkbook, type OpenedFile } from '../read/opened-file';
import { RefusedFile } from '../read/refused';
import { Agreement } from './agreement';
import type { ByteStore } from './byte-store';
import { Corrections } from './corrections';
import { withoutFailedParts } from './failed-parts';
import { Heaviest } from './heaviest';
import { IdCounter } from './id-counter';
import { IdOwners, type ShowRows } from './id-owners';
import { type Lookup, NameResolver } from './name-resolver';
import { RelatedRows } from './related-rows';
import { rowChecker, type RawRow } from './row-check';
import { cleaningOf, keepsErrors } from './rows';

function sameColumns({ facts }: OpenedFile, { columns }: ImportSetup): boolean {
  return facts.headers.length === columns.length && columns.every(({ header }, at) => header === facts.headers[at]);
}

/** Throws {@link RefusedFile} where a setup cannot be imported, or is for the columns of another file. */
export function refuseSetup(file: OpenedFile, setup: ImportSetup): void {
  const [fault] = checkSetup(setup);
  if (fault) throw new RefusedFile(fault.column === null ? fault.message : `${fault.column}: ${fault.message}`);
  if (!sameColumns(file, setup))
    throw new RefusedFile('These columns belong to another file. Match the columns of this file again.');
}

/** How many columns name what a row is about, at least 1: each names one key of a row. */
function identifyingColumns({ columns, fields }: ImportSetup, kind: ImportKind): number {
  const identifying = kind.places(fields).filter(({ identifies }) => identifies);
  return Math.max(1, columns.filter(({ target }) => placeOf(target, identifying) !== undefined).length);
}

/** The plan of a setup, with the names that are known by now. */
export function planOf(
  { cleaning, corrections: _, ...setup }: ImportSetup,
  names: NameResolver,
  { choices }: OpenedFile,
): ImportPlan {
  const isAsGuessed = cleaning === undefined && Object.keys(choices).length === 0;
  return {
    ...setup,
    fields: setup.fields.filter((field) => setup.columns.some((column) => goesTo(column, field))),
    lookups: names.lookups,
    ...(!isAsGuessed && { read: { reading: choices, ...(cleaning && { cleaning }) } }),
  };
}

/** What was typed is cleaned as the cells of the file are. */
export function correctionsOf(setup: ImportSetup): Corrections {
  const cleaner = new Cleaner(cleaningOf(setup));
  return new Corrections(setup.corrections, (text) => cleaner.clean(text));
}

/** One check of a file: what it has in common with those that follow it. */
export interface Checking {
  file: OpenedFile;
  setup: ImportSetup;
  names: NameResolver;
  named: FirstRows;
  agreement: Agreement;
  owners: IdOwners;
  ids: IdCounter;
  heaviest: Heaviest;
  related: RelatedRows;
  lookup: Lookup;
  show: ShowRows | undefined;
  store: ByteStore;
}

/** What the first check of a file begins with. */
export function newChecking(
  { file, setup, lookup, show, store }: Pick<Checking, 'file' | 'setup' | 'lookup' | 'show' | 'store'>,
  mostNames: number | undefined,
): Checking {
  const kind = kindOf(setup.kind);
  // One key is of those that several columns make together.
  const keys = Math.min(MAX_ROWS, file.mostRows) * identifyingColumns(setup, kind);
  return {
    ...{ file, setup, lookup, show, store },
    names: new NameResolver(setup, kind, lookup),
    named: new FirstKeys(keys),
    agreement: new Agreement(setup, kind, lookup, mostNames),
    owners: new IdOwners(setup, kind, show),
    ids: new IdCounter(setup, kind),
    heaviest: new Heaviest(kind),
    related: new RelatedRows(setup.columns),
  };
}

/** What a later check of rows that were left out begins with. `leftOut`: how many there are. */
export function laterChecking(base: Checking, setup: ImportSetup, leftOut: number): Checking {
  // What is rescued now is named for this check alone: the remedy may be undone.
  const keys = leftOut * identifyingColumns(setup, kindOf(setup.kind));
  return {
    ...{ ...base, setup, names: base.names.with(setup) },
    ...{ named: new LaterRows(base.named, keys), related: new RelatedRows(setup.columns, base.related) },
    ...{ agreement: base.agreement.with(setup), owners: base.owners.with(setup), ids: base.ids.with(setup) },
    heaviest: base.heaviest.again(),
  };
}

/** What was counted beside the problems of rows. */
export const countedIn = ({ ids, heaviest, related, owners }: Checking) => ({
  ...ids.build(),
  ...heaviest.build(),
  ...related.build(),
  ...(owners.hasMore && { hasUncompared: true as const }),
});

/** The check of a row, made anew when the names that are known have become more. */
export function checkerFor({
  file,
  setup,
  names,
  named,
  agreement,
  heaviest,
  owners,
  related,
}: Checking): ReturnType<typeof rowChecker> {
  const kind = kindOf(setup.kind);
  const encode = kind.encoder(planOf(setup, names, file), names.ambiguous);
  return rowChecker(
    setup.columns,
    kind,
    heaviest.noting(keepsErrors(setup) ? withoutFailedParts(setup, encode) : encode),
    named,
    (cells) => agreement.problemOf(cells) ?? owners.problemOf(cells),
    related,
    isWorkbook(file.facts),
  );
}

/** Asks for what rows name that is not known yet. True where the check of a row has to be made anew. */
export async function knowsMore({ names, agreement, owners }: Checking, rows: readonly RawRow[]): Promise<boolean> {
  const cells = rows.map((row) => row.cells);
  await agreement.resolve(cells);
  await owners.resolve(cells);
  return names.resolve(cells);
}
