import type { CheckSummary, MissingNames, Problem } from '../../../../src/contract/file-frame';
import { fold } from '../../../../src/domain/fold';
import { canCreate } from '../../../../src/domain/import/missing-names';
import type { RowProblem } from '../../../../src/domain/kinds/problem';

const LISTED_PROBLEMS = 100;
const LISTED_GROUPS = 50;
const LISTED_NAMES = 500;

/** Counts what a check finds, in memory that depends on the number of rules, not of rows. */
export class SummaryBuilder {
  rows = 0;
  leftOut = 0;
  readonly #problems: Problem[] = [];
  #problemCount = 0;
  readonly #groups = new Map<string, CheckSummary['groups'][number]>();
  readonly #missing = new Map<MissingNames['entity'], Map<string, MissingNames['names'][number]>>();

  add(row: number, problems: readonly RowProblem[]): void {
    this.rows += 1;
    if (problems.length === 0) return;
    this.leftOut += 1;
    this.#problemCount += problems.length;
    for (const { column, value, message, group = message, missing } of problems) {
      if (missing !== undefined) this.#addMissing(missing, value);
      if (this.#problems.length < LISTED_PROBLEMS) this.#problems.push({ row, column, value, message });
      const key = JSON.stringify([column, group]);
      const counted = this.#groups.get(key);
      if (counted) counted.rows += 1;
      else this.#groups.set(key, { column, message: group, rows: 1, firstRow: row });
    }
  }

  /** Two spellings of one name count as the first of them. */
  #addMissing(entity: MissingNames['entity'], name: string): void {
    const names = this.#missing.get(entity) ?? new Map<string, MissingNames['names'][number]>();
    this.#missing.set(entity, names);
    const key = fold(name);
    const counted = names.get(key);
    if (counted) counted.rows += 1;
    else if (names.size < LISTED_NAMES && canCreate(entity, name)) names.set(key, { name: name.trim(), rows: 1 });
  }

  #missingNames(): MissingNames[] {
    return [...this.#missing]
      .map(([entity, names]) => ({ entity, names: [...names.values()].sort((a, b) => b.rows - a.rows) }))
      .filter(({ names }) => names.length > 0);
  }

  build(): CheckSummary {
    const missing = this.#missingNames();
    const ready = this.rows - this.leftOut;
    return {
      rows: this.rows,
      ready,
      leftOut: this.leftOut,
      problems: this.#problems,
      problemCount: this.#problemCount,
      groups: [...this.#groups.values()].sort((a, b) => b.rows - a.rows).slice(0, LISTED_GROUPS),
      ...(missing.length > 0 && { missing }),
    };
  }
}
