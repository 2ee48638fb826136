import type { CheckSummary, MissingNames, Problem } from '../../../contract/file-frame';
import { fold } from '../../fold';
import { canCreate } from '../../import/missing-names';
import { type RowProblem, sharedMessage } from '../../kinds/problem';

const LISTED_PROBLEMS = 100;
const LISTED_GROUPS = 50;
const LISTED_NAMES = 500;
/** Different values of a group that are listed, and that are counted at the most. */
const LISTED_VALUES = 200;
const COUNTED_VALUES = 2_000;

type Group = CheckSummary['groups'][number];
type ValueCount = NonNullable<Group['values']>[number];

/** A group of problems while it is counted. */
interface CountedGroup {
  group: Group;
  values: Map<string, ValueCount>;
}

/** Counts what a check finds, in memory that depends on the number of rules, not of rows. */
export class SummaryBuilder {
  rows = 0;
  leftOut = 0;
  #joined = 0;
  readonly #problems: Problem[] = [];
  #problemCount = 0;
  readonly #groups = new Map<string, CountedGroup>();
  // Always in this order: where parts of a page change places, UI Kit shows one behind what it stands before.
  readonly #missing: Record<MissingNames['entity'], Map<string, MissingNames['names'][number]>> = {
    organization: new Map(),
    product: new Map(),
  };

  add(row: number, problems: readonly RowProblem[]): void {
    this.rows += 1;
    if (problems.length === 0) return;
    this.leftOut += 1;
    this.#problemCount += problems.length;
    for (const problem of problems) {
      const { column, value, message, missing } = problem;
      if (missing !== undefined) this.#addMissing(missing, value);
      if (this.#problems.length < LISTED_PROBLEMS) this.#problems.push({ row, column, value, message });
      this.#addToGroup(row, problem);
    }
  }

  /** Counts rows that are imported with earlier ones. */
  addJoined(rows: number): void {
    this.rows += rows;
    this.#joined += rows;
  }

  #addToGroup(row: number, problem: RowProblem): void {
    const { column, value, meant, isOfRow, isOfShape, canLeaveCell, sameAs, contradicts } = problem;
    const message = sharedMessage(problem);
    const key = JSON.stringify([column, message]);
    const known = this.#groups.get(key);
    if (known) known.group.rows += 1;
    const counted: CountedGroup = known ?? {
      group: {
        ...{ column, message, rows: 1, firstRow: row },
        ...(isOfShape && { isOfShape }),
        ...(canLeaveCell && { canLeaveCell }),
        ...(sameAs !== undefined && { isOfSame: true as const }),
        ...(contradicts && { isContradiction: contradicts }),
      },
      values: new Map(),
    };
    if (!known) this.#groups.set(key, counted);
    if (column === null || isOfRow === true) return;
    const same = counted.values.get(value);
    if (same) same.rows += 1;
    else if (counted.values.size < COUNTED_VALUES)
      counted.values.set(value, { value, rows: 1, ...(meant !== undefined && { meant }) });
  }

  #builtGroups(): Group[] {
    const groups = [...this.#groups.values()].sort((a, b) => b.group.rows - a.group.rows).slice(0, LISTED_GROUPS);
    return groups.map(({ group, values }) => ({
      ...group,
      ...(values.size > 0 && {
        values: [...values.values()].sort((a, b) => b.rows - a.rows).slice(0, LISTED_VALUES),
      }),
    }));
  }

  /** Two spellings of one name count as the first of them. */
  #addMissing(entity: MissingNames['entity'], name: string): void {
    const names = this.#missing[entity];
    const key = fold(name);
    const counted = names.get(key);
    if (counted) counted.rows += 1;
    else if (names.size < LISTED_NAMES && canCreate(entity, name)) names.set(key, { name: name.trim(), rows: 1 });
  }

  #missingNames(): MissingNames[] {
    return (['organization', 'product'] as const)
      .map((entity) => ({ entity, names: [...this.#missing[entity].values()].sort((a, b) => b.rows - a.rows) }))
      .filter(({ names }) => names.length > 0);
  }

  /** @param rows rows of the file, where only those that had been left out were looked at again */
  build(rows = this.rows): CheckSummary {
    const missing = this.#missingNames();
    const ready = rows - this.leftOut - this.#joined;
    return {
      rows,
      ready,
      leftOut: this.leftOut,
      ...(this.#joined > 0 && { joined: this.#joined }),
      problems: this.#problems,
      problemCount: this.#problemCount,
      groups: this.#builtGroups(),
      ...(missing.length > 0 && { missing }),
    };
  }
}
