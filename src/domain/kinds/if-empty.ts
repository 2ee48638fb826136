import type { ImportPlan } from '../../contract/imports';
import { fold } from '../fold';
import type { Before } from '../jobs/before';
import type { ImportKind } from './kind';
import type { Place } from './place';
import type { Written } from './written';

/** Whether a kind can write fields only where the record has nothing: its jobs have to know what is there. */
export const writesIfEmpty = ({ undo, writes }: Pick<ImportKind, 'undo' | 'writes'>): boolean =>
  undo !== undefined && writes !== undefined;

/** Whether a column to this place can be written only where the record has nothing. */
export const canWriteIfEmpty = (kind: Pick<ImportKind, 'undo' | 'writes'>, { field, of }: Place): boolean =>
  writesIfEmpty(kind) && field !== undefined && of === undefined;

/** The fields that are written only where the record has nothing, in the form in which names are compared. */
export const fieldsIfEmpty = ({ columns }: Pick<ImportPlan, 'columns'>): ReadonlySet<string> =>
  new Set(columns.flatMap(({ target }) => (target.write === 'if-empty' ? [fold(target.field ?? '')] : [])));

/** Whether it depends on what the record has if some column of a plan is written. */
export const dependsOnBefore = ({ columns }: Pick<ImportPlan, 'columns'>): boolean =>
  columns.some(({ target }) => target.write !== undefined);

/**
 * The cells of a row without those that are written only where there is nothing, and where there is something. Of a record
 * that nobody knows, none of them is written.
 */
export function withoutFilled(
  cells: readonly string[],
  { columns }: Pick<ImportPlan, 'columns'>,
  written: Written | undefined,
  before: Before,
): string[] {
  const filled = filledFields(written, before);
  return cells.map((cell, at) => {
    const target = columns[at]?.target;
    if (target?.write !== 'if-empty') return cell;
    return filled === 'unknown' || filled.has(fold(target.field ?? '')) ? '' : cell;
  });
}

/** The fields that hold something, of those that a row changes. */
function filledFields(written: Written | undefined, before: Before): ReadonlySet<string> | 'unknown' {
  if (before === null) return new Set();
  if (before === 'unknown' || written === undefined) return 'unknown';
  const filled = written.changes.filter((_, at) => (before.values[at] ?? []).length > 0);
  return new Set(filled.map(({ field }) => fold(field)));
}
