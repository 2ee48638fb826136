import type { CheckSummary, Problem } from '../../../../src/contract/file-frame';
import type { RowProblem } from '../../../../src/domain/kinds/problem';

const LISTED_PROBLEMS = 100;
const LISTED_GROUPS = 50;

/** Counts what a check finds, in memory that depends on the number of rules, not of rows. */
export class SummaryBuilder {
  rows = 0;
  leftOut = 0;
  readonly #problems: Problem[] = [];
  #problemCount = 0;
  readonly #groups = new Map<string, CheckSummary['groups'][number]>();

  constructor(private readonly rowsPerRequest: number) {}

  add(row: number, problems: readonly RowProblem[]): void {
    this.rows += 1;
    if (problems.length === 0) return;
    this.leftOut += 1;
    this.#problemCount += problems.length;
    for (const { column, value, message, group = message } of problems) {
      if (this.#problems.length < LISTED_PROBLEMS) this.#problems.push({ row, column, value, message });
      const key = JSON.stringify([column, group]);
      const counted = this.#groups.get(key);
      if (counted) counted.rows += 1;
      else this.#groups.set(key, { column, message: group, rows: 1, firstRow: row });
    }
  }

  build(): CheckSummary {
    const ready = this.rows - this.leftOut;
    return {
      rows: this.rows,
      ready,
      leftOut: this.leftOut,
      batches: Math.ceil(ready / this.rowsPerRequest),
      problems: this.#problems,
      problemCount: this.#problemCount,
      groups: [...this.#groups.values()].sort((a, b) => b.rows - a.rows).slice(0, LISTED_GROUPS),
    };
  }
}
