import type { ImportPlan } from '../../contract/imports';
import { fold } from '../fold';
import type { Before } from '../jobs/before';

/** What stands in a cell for no values, where an empty one says nothing. */
export const CLEARED = '(empty)';

/** The cell for the values that a field holds. */
export const cellOf = (values: readonly string[], { options }: Pick<ImportPlan, 'options'>): string =>
  values.length === 0 ? CLEARED : values.join(options.valueSeparator);

/**
 * The columns of a row that are written only where the record is as it was seen, and where it is not: what was seen stands in the
 * next cell. What holds what the row writes by now is in order. `unknown` where nobody knows what is there.
 * `fields`: those whose values `before` keeps, in their order.
 */
export function changedSince(
  cells: readonly string[],
  plan: Pick<ImportPlan, 'columns' | 'options'>,
  fields: readonly string[],
  before: Before,
): string[] | 'unknown' {
  const changed: string[] = [];
  for (const [at, { header, target }] of plan.columns.entries()) {
    const [wanted = '', seen = ''] = [cells[at], cells[at + 1]];
    if (target.write !== 'if-unchanged' || wanted === '') continue;
    if (before === null || before === 'unknown') return 'unknown';
    const name = fold(target.field ?? '');
    const its = fields.findIndex((field) => fold(field) === name);
    const now = target.field === undefined ? before.name : cellOf(before.values[its] ?? [], plan);
    if (now !== seen && now !== wanted) changed.push(header);
  }
  return changed;
}
