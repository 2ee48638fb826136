import type { ImportColumn, ImportPlan } from '../../contract/imports';
import { fold } from '../fold';
import type { Before } from '../jobs/before';

/** What stands in a cell for no values, where an empty one says nothing. */
export const CLEARED = '(empty)';

/** The cell for the values that a field holds. */
export const cellOf = (values: readonly string[], { options }: Pick<ImportPlan, 'options'>): string =>
  values.length === 0 ? CLEARED : values.join(options.valueSeparator);

/**
 * A column that writes nothing: what it says the record was seen to hold has to be there still, or the row isn't done. An empty
 * cell says nothing.
 */
export const guardColumn = (header: string): ImportColumn => ({
  header,
  target: { to: 'nothing', write: 'if-unchanged' },
});

export const isGuard = ({ target }: ImportColumn): boolean =>
  target.to === 'nothing' && target.write === 'if-unchanged';

/** What the guard of a row says; empty where it has none. */
export const guardOf = (cells: readonly string[], { columns }: Pick<ImportPlan, 'columns'>): string =>
  cells[columns.findIndex(isGuard)] ?? '';

/** What a record holds in all of its fields, as a guard says it. */
export function heldText(held: Iterable<readonly [field: string, values: readonly string[]]>): string {
  const texts = [...held].flatMap(([field, values]) =>
    values.length === 0 ? [] : [`${field}: ${[...values].sort().join(', ')}`],
  );
  return texts.length === 0 ? CLEARED : texts.sort().join('; ');
}

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
    if (before === 'unknown') return 'unknown';
    if (target.to === 'nothing') {
      // What is gone by now is told by what the row does.
      if (before?.held !== undefined && heldText(before.held) !== wanted) changed.push(header);
      continue;
    }
    if (before === null) return 'unknown';
    const name = fold(target.field ?? '');
    const its = fields.findIndex((field) => fold(field) === name);
    const now = target.field === undefined ? before.name : cellOf(before.values[its] ?? [], plan);
    if (now !== seen && now !== wanted) changed.push(header);
  }
  return changed;
}
