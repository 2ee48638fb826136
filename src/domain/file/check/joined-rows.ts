import type { ImportSetup } from '../../../contract/file-frame';
import type { StoredRow, Target } from '../../../contract/imports';
import { fold } from '../../fold';
import { identityKey } from '../../import/duplicates';
import { kindOf, operationOf } from '../../kinds';
import { piecesOf } from '../../kinds/columns';
import type { ImportKind, RowEncoder } from '../../kinds/kind';
import { type Place, placeOf } from '../../kinds/place';
import { type RowProblem, ofWholeRow } from '../../kinds/problem';
import { hasRelated } from '../../kinds/related';
import type { Written } from '../../kinds/written';
import type { RawRow } from './row-check';

/** Rows that are joined to earlier ones at the most: their cells are held in memory until all rows are read. */
export const MAX_JOINED_ROWS = 20_000;

/** Whether rows about the same can be made one: what they write can be told, and said by one row. */
export function canJoinRows({ kind: id, operation, columns }: ImportSetup): boolean {
  const kind = kindOf(id);
  const removes = kind.removes === true || operationOf(kind, operation)?.removes === true;
  return (
    kind.writes !== undefined && !removes && !hasRelated(columns, 'organization') && !hasRelated(columns, 'entitlement')
  );
}

/** Whether a setup joins rows about the same. */
export const joinsRows = (setup: ImportSetup): boolean => setup.joinsRows !== undefined && canJoinRows(setup);

/** How the cells of one column of two rows about the same become one; or null where they contradict each other. */
type JoinCells = (first: string, later: string) => string | null;

const valuesOf = (cell: string, pieces: RegExp | string): string[] =>
  cell
    .split(pieces)
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** The values of two cells in one, each once. */
function united(first: string, later: string, separator: string): string {
  const known = valuesOf(first, separator);
  const folded = new Set(known.map(fold));
  return [...known, ...valuesOf(later, separator).filter((value) => !folded.has(fold(value)))].join(`${separator} `);
}

/** Makes what tells whether two cells of a column say the same. */
function sameness(place: Place, pieces: RegExp | string | null): (first: string, later: string) => boolean {
  const { to } = place.target;
  const keyOf = (value: string): string => identityKey({ place: to, value: value.trim() });
  if (place.identifies === true) return (first, later) => keyOf(first) === keyOf(later);
  if (pieces === null) return (first, later) => first.trim() === later.trim();
  const asSet = (cell: string): string => JSON.stringify(valuesOf(cell, pieces).map(fold).sort());
  return (first, later) => asSet(first) === asSet(later);
}

function joinerOf(target: Target, place: Place | undefined, { options, joinsRows }: ImportSetup): JoinCells {
  if (place === undefined) return (first) => first;
  const { emptyCells, valueSeparator } = options;
  const clears = emptyCells === 'clear' && place.field !== undefined && target.write === undefined;
  const isSame = sameness(place, piecesOf(place, { options }));
  // Organizations and products are added to those that are there; a field holds what one row says.
  const adds = place.hasSeveral === true && (place.field === undefined || target.action === 'add');
  // What names the record is never a matter of which row comes later.
  const laterWins = joinsRows === 'later-wins' && place.identifies !== true;
  return (first, later) => {
    if (isSame(first, later)) return first;
    // Where an empty cell clears the field, it says something else than a cell that is not empty.
    if (clears && laterWins && (first.trim() === '' || later.trim() === '')) return later;
    if (first.trim() === '') return clears ? null : later;
    if (later.trim() === '') return clears ? null : first;
    if (target.action === 'clear') return first;
    if (adds) return united(first, later, valueSeparator);
    return laterWins ? later : null;
  };
}

/** Whether one row writes all that another does, and nothing else in its place. */
function says(whole: Written, part: Written): boolean {
  if (part.name !== undefined && part.name !== whole.name) return false;
  if (!part.joins.every((joined) => whole.joins.includes(joined))) return false;
  return part.changes.every(({ field, adds, values }) => {
    const change = whole.changes.find((one) => one.field === field);
    if (change === undefined || (!adds && change.values.length !== values.length)) return false;
    return values.every((value) => change.values.includes(value));
  });
}

/** What a row still writes once a later one has written what it does. */
function leftOf(part: Written, later: Written): Written {
  const replaced = new Set(later.changes.flatMap(({ field, adds }) => (adds ? [] : [field])));
  return {
    ...part,
    name: later.name === undefined ? part.name : undefined,
    changes: part.changes.filter(({ field }) => !replaced.has(field)),
  };
}

/** Rows behind the first one in their order, then those before it, the nearest first: what is joined has no gaps. */
function inTurn(first: number, others: readonly RawRow[]): RawRow[] {
  const isBehind = ({ number }: RawRow): boolean => number > first;
  return [...others.filter(isBehind), ...others.filter((row) => !isBehind(row)).reverse()];
}

/**
 * Rows that name the same as one that was accepted, and what becomes of both where rows are joined. Most stand behind it in
 * the file; one that was put right since can stand before it, and says the earlier.
 */
export class JoinedRows {
  readonly #kind: ImportKind;
  readonly #places: readonly Place[];
  readonly #joiners: JoinCells[];
  readonly #later = new Map<number, RawRow[]>();
  #waiting = 0;
  /** Earlier rows as they are imported, with the later ones in them. */
  readonly #whole = new Map<number, { cells: string[]; joined: RawRow[] }>();
  /** Later rows that are imported with their earlier one. */
  readonly numbers = new Set<number>();
  /** Why later rows can't be. */
  readonly refused = new Map<number, RowProblem>();

  constructor(private readonly setup: ImportSetup) {
    this.#kind = kindOf(setup.kind);
    this.#places = this.#kind.places(setup.fields);
    this.#joiners = setup.columns.map(({ target }) => joinerOf(target, placeOf(target, this.#places), setup));
  }

  /** Takes a row that names the same as the row `first`. False where it is left out, as there are too many. */
  take(first: number, later: RawRow): boolean {
    if (this.#waiting === MAX_JOINED_ROWS) return false;
    this.#waiting += 1;
    const known = this.#later.get(first);
    if (known) known.push(later);
    else this.#later.set(first, [later]);
    return true;
  }

  /** How many rows are imported otherwise than the file has them. */
  get changed(): number {
    return this.#whole.size;
  }

  /** A row as it is imported. */
  whole([number, cells]: StoredRow): StoredRow {
    const whole = this.#whole.get(number);
    return whole === undefined ? [number, cells] : [number, whole.cells, whole.joined.map((later) => later.number)];
  }

  /** The later rows that are imported with one, as the file has them. */
  joinedTo(first: number): readonly RawRow[] {
    return this.#whole.get(first)?.joined ?? [];
  }

  /** The rows to which others are to be joined. */
  get firsts(): ReadonlySet<number> {
    return new Set(this.#later.keys());
  }

  /**
   * Joins to an earlier row those that wait for it. `check` finds what is wrong with the row that they become, `encode` what
   * each of them writes.
   */
  join(
    first: number,
    cells: string[],
    check: (row: RawRow) => readonly RowProblem[],
    encode: RowEncoder<object>,
  ): void {
    let whole = cells;
    for (const row of inTurn(first, this.#later.get(first) ?? [])) {
      const { number } = row;
      const [earlier, later] = number < first ? [row.cells, whole] : [whole, row.cells];
      const joined = this.#joined(earlier, later);
      if (typeof joined === 'number') {
        this.refused.set(number, this.#contradiction(first, joined, whole[joined] ?? '', row.cells[joined] ?? ''));
        continue;
      }
      if (!this.#keepsAll(earlier, later, joined, encode)) {
        this.refused.set(number, this.#otherwise(first));
        continue;
      }
      const [problem] = check({ number: first, cells: joined, misquotedLines: 0, mayBeDamaged: false });
      if (problem !== undefined) {
        this.refused.set(number, this.#refusal(first, problem));
        continue;
      }
      whole = joined;
      this.numbers.add(number);
      this.#whole.set(first, {
        cells: joined,
        joined: [...this.joinedTo(first), row].sort((a, b) => a.number - b.number),
      });
    }
  }

  /**
   * Whether the row that two become writes what they do one after the other, where the later one may replace what the first
   * has written, or else what each of them does. A name can hold the separator, a cell that breaks a rule can take the others
   * of its column with it, and parts of two rows can make a value that neither has.
   */
  #keepsAll(
    first: readonly string[],
    later: readonly string[],
    joined: readonly string[],
    encode: RowEncoder<object>,
  ): boolean {
    const writtenBy = (cells: readonly string[]): Written | undefined => {
      const { operation } = encode(cells);
      return operation === null ? undefined : this.#kind.writes?.(operation);
    };
    const whole = writtenBy(joined);
    // What breaks a rule is told by its check.
    if (whole === undefined) return true;
    const [before, after] = [writtenBy(first), writtenBy(later)];
    if (before === undefined || after === undefined) return false;
    const left = this.setup.joinsRows === 'later-wins' ? leftOf(before, after) : before;
    return says(whole, left) && says(whole, after);
  }

  /** The cells of two rows as one; or the column in which they contradict each other. */
  #joined(cells: readonly string[], later: readonly string[]): string[] | number {
    const whole: string[] = [];
    for (const [at, join] of this.#joiners.entries()) {
      const joined = join(cells[at] ?? '', later[at] ?? '');
      if (joined === null) return at;
      whole.push(joined);
    }
    return whole;
  }

  #contradiction(first: number, at: number, earlier: string, value: string): RowProblem {
    const { one } = this.#kind.words;
    const { header = null, target } = this.setup.columns[at] ?? {};
    const names = target !== undefined && placeOf(target, this.#places)?.identifies === true;
    const said = earlier.trim() === '' ? 'leaves this cell empty' : `says “${earlier}” here`;
    return {
      column: header,
      value,
      ...(!names && { contradicts: true as const }),
      message: `Row ${first} is about the same ${one} and ${said}. Make both say the same, or keep only one of the rows.`,
      group: `An earlier row about the same ${one} says something else. Make both say the same, or keep only one of the rows.`,
      isOfRow: true,
    };
  }

  #otherwise(first: number): RowProblem {
    const { one } = this.#kind.words;
    const rest = 'as one row the two would say something else than each does. Keep only one of the rows.';
    return {
      ...ofWholeRow(
        `Row ${first} is about the same ${one}, and ${rest}`,
        `An earlier row is about the same ${one}, and ${rest}`,
      ),
      isOfRow: true,
    };
  }

  /** Of a row that agrees with the earlier one, and can't be joined: together they break a rule. */
  #refusal(first: number, problem: RowProblem): RowProblem {
    return {
      column: problem.column,
      value: '',
      message: `Joined with row ${first}, which is about the same ${this.#kind.words.one}: ${problem.message}`,
      group: `Joined with an earlier row about the same ${this.#kind.words.one}: ${problem.message}`,
      isOfRow: true,
    };
  }
}
