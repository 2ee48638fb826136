import type { CheckSummary, ImportSetup } from '../../../../src/contract/file-frame';
import { MAX_ROWS, type ImportPlan } from '../../../../src/contract/imports';
import { checkSetup } from '../../../../src/domain/import/check-setup';
import { IdentityTable } from '../../../../src/domain/import/identity-table';
import { planFits } from '../../../../src/domain/import/plan-size';
import { RowSet } from '../../../../src/domain/import/row-set';
import { kindOf } from '../../../../src/domain/kinds';
import type { ImportKind } from '../../../../src/domain/kinds/kind';
import { placeOf } from '../../../../src/domain/kinds/place';
import type { RowProblem } from '../../../../src/domain/kinds/problem';
import { isBlank, type OpenedFile } from '../read/open-file';
import type { RecordChunk } from '../read/records';
import { RefusedFile, tooManyNames } from '../read/refused';
import { GoingRows } from './going-rows';
import { gzip } from './gzip';
import { NameResolver, type Lookup } from './name-resolver';
import { rowChecker, type RawRow } from './row-check';
import { SummaryBuilder } from './summary';

/** What a check leaves behind for the passes that come after it. */
export interface CheckedFile {
  file: OpenedFile;
  plan: ImportPlan;
  summary: CheckSummary;
  isLeftOut: (row: number) => boolean;
  /** The problems of a row once more. */
  problemsOf: (row: RawRow) => readonly RowProblem[];
}

export interface Progress {
  rows: number;
  fraction: number;
}

export interface PassOptions {
  signal: AbortSignal;
  progress: (progress: Progress) => void;
}

/** The rows of a chunk that are neither the header nor blank. */
export function* rowsOf(chunk: RecordChunk, headerRecord: number): Generator<RawRow> {
  const { first, records, misquoted, mayBeDamaged } = chunk;
  for (let index = 0; index < records.length; index += 1) {
    const number = first + index;
    const cells = records[index] ?? [];
    if (number <= headerRecord || (cells[0]?.trim() === '' && isBlank(cells))) continue;
    yield { number, cells, misquotedLines: misquoted.get(index) ?? 0, mayBeDamaged };
  }
}

function identityTable(file: OpenedFile, { columns, fields }: ImportSetup, kind: ImportKind): IdentityTable {
  const identifying = kind.places(fields).filter(({ identifies }) => identifies);
  const keys = columns.filter(({ target }) => placeOf(target, identifying) !== undefined).length;
  // A row has at least two characters. One key is of those that several columns make together.
  return new IdentityTable(Math.min(MAX_ROWS, Math.ceil(file.facts.bytes / 2)) * Math.max(1, keys));
}

function refuseTooMany({ first, records }: RecordChunk): void {
  const last = records.at(-1);
  // The line break that ends a file begins no row.
  const rows = first + records.length - 2 - (last !== undefined && isBlank(last) ? 1 : 0);
  if (rows <= MAX_ROWS) return;
  throw new RefusedFile(
    'The file has more than 1,000,000 rows, the maximum for one import. Split it into several files.',
  );
}

function sameColumns({ facts }: OpenedFile, { columns }: ImportSetup): boolean {
  return facts.headers.length === columns.length && columns.every(({ header }, at) => header === facts.headers[at]);
}

/**
 * Reads the whole file against the setup, before anything is sent. Memory does not grow with the rows. Throws
 * {@link RefusedFile} when the file or the setup as a whole cannot be imported, and the signal's reason when stopped.
 */
export async function checkFile(
  file: OpenedFile,
  setup: ImportSetup,
  lookup: Lookup,
  pass: PassOptions,
): Promise<CheckedFile> {
  const [fault] = checkSetup(setup);
  if (fault) throw new RefusedFile(fault.column === null ? fault.message : `${fault.column}: ${fault.message}`);
  if (!sameColumns(file, setup))
    throw new RefusedFile('These columns belong to another file. Match the columns of this file again.');
  const kind = kindOf(setup.kind);
  const names = new NameResolver(setup, kind, lookup);
  const used = new Set(setup.columns.flatMap(({ target }) => (target.to === 'detail' ? [target.field] : [])));
  const plan: ImportPlan = {
    ...setup,
    fields: setup.fields.filter(({ name }) => used.has(name)),
    lookups: names.lookups,
  };
  const named = identityTable(file, setup, kind);
  const leftOut = new RowSet(MAX_ROWS + 1);
  const summary = new SummaryBuilder();
  const going = new GoingRows(kind, setup.columns);
  const newChecker = () => rowChecker(setup.columns, kind, kind.encoder(plan, names.ambiguous), named);
  let check = newChecker();
  for await (const chunk of file.records()) {
    pass.signal.throwIfAborted();
    refuseTooMany(chunk);
    if (await names.resolve(chunk.first === 1 ? chunk.records.slice(file.headerRecord) : chunk.records))
      check = newChecker();
    for (const row of rowsOf(chunk, file.headerRecord)) {
      const problems = check(row);
      summary.add(row.number, problems);
      if (problems.length > 0) leftOut.add(row.number);
      else going.add(row);
    }
    pass.progress({ rows: summary.rows, fraction: chunk.fraction });
  }
  if (!(await planFits(plan, gzip))) throw tooManyNames();
  return {
    file,
    plan,
    summary: { ...summary.build(), ...going.build() },
    isLeftOut: (row) => leftOut.has(row),
    problemsOf: check,
  };
}
